package jp.banso.worklist;

import java.util.List;
import jp.banso.worklist.internal.WorkItemMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the queue with the engine's tasks. A difference is a defect; it is reported, and mended so that no step is lost. */
@Service
public class WorklistReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(WorklistReconciler.class);

    private final WorkItemMapper items;
    private final WorkItemFeed feed;

    WorklistReconciler(WorkItemMapper items, WorkItemFeed feed) {
        this.items = items;
        this.feed = feed;
    }

    /** Ids of tasks whose row is missing, left over or different; empty when all is well. */
    @Transactional(readOnly = true)
    public List<String> differences() {
        return items.differences();
    }

    /** Rebuilds the rows that differ and returns how many did. */
    @Transactional
    public int mend() {
        List<String> differences = items.differences();
        differences.forEach(feed::rebuild);
        return differences.size();
    }

    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        int mended = mend();
        if (mended > 0) {
            LOG.error("The queue differed from the engine in {} steps; their rows were rebuilt.", mended);
        }
    }
}
