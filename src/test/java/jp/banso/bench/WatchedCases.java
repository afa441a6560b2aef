package jp.banso.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.NewCase;
import jp.banso.processengine.Flow;
import jp.banso.worklist.WorkItem;
import jp.banso.worklist.Worklist;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Cases under watch (見守り), each opened and walked by the product: they wait for a contact, for a date, or for both again. */
final class WatchedCases {

    static final String PROCESS = "watch-over";
    static final String CONTACT = "contact";
    static final String NEXT_CONTACT = "nextContact";
    static final String REVIEW = "reviewDue";

    private static final int THREADS = 2;

    /** How far a case is when it is moved. */
    enum Stand {
        /** The first contact is open. */
        CONTACT,
        /** The first contact is done, the next one is two weeks away. */
        WAITS,
        /** The date of the second contact has come: its timer has fired. */
        CONTACT_AGAIN
    }

    /** One of them. */
    record Watched(String caseNo, int office, Stand stand) {}

    private final World world;
    private final ProductSide product;

    WatchedCases(World world) {
        this.world = world;
        this.product = new ProductSide(world);
    }

    /** Two in five wait for the first contact, two for a date, one has had its date. */
    List<Watched> open(int cases) throws Exception {
        List<Callable<Watched>> all = new ArrayList<>();
        for (int n = 0; n < cases; n++) {
            int number = n;
            all.add(() -> open(
                    number % Town.OFFICES + 1,
                    number % 5 < 2 ? Stand.CONTACT : number % 5 < 4 ? Stand.WAITS : Stand.CONTACT_AGAIN));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Watched> opened = new ArrayList<>();
            for (var done : threads.invokeAll(all)) {
                opened.add(done.get());
            }
            return opened;
        } finally {
            threads.shutdown();
        }
    }

    private Watched open(int office, Stand stand) {
        LocalDate today = world.today();
        String officeId = Town.office(office);
        String by = Town.username(office, "consultant", 0);
        NewCase file = new NewCase(
                Town.CITY, officeId, null, "架空 守", "かくう まもる", null, null, null, null, null, null, null, today, by);
        String caseNo = world.bean(CaseFiles.class).open(file).caseNo();
        world.bean(Flow.class)
                .start(
                        PROCESS,
                        caseNo,
                        Town.CITY,
                        Map.of("caseNo", caseNo, "officeId", officeId, "municipalityId", Town.CITY));
        if (stand != Stand.CONTACT) {
            contact(caseNo, office);
        }
        if (stand == Stand.CONTACT_AGAIN) {
            fire(caseNo);
        }
        return new Watched(caseNo, office, stand);
    }

    private void contact(String caseNo, int office) {
        WorkItem item = world.bean(Worklist.class).ofCase(caseNo).get(0);
        var by = world.town().member(office, "consultant", 0);
        product.signIn(by);
        product.complete(item, answer(item, office), by);
    }

    /** A good answer after which the case goes on being watched. */
    Map<String, Object> answer(WorkItem item, int office) {
        return product.answer(item, world.town().member(office, "consultant", 0));
    }

    /** The date of the next contact comes. */
    void fire(String caseNo) {
        world.bean(ManagementService.class)
                .executeJob(timer(caseNo, NEXT_CONTACT).getId());
    }

    private Job timer(String caseNo, String activity) {
        String id = world.jdbc()
                .queryForObject(
                        "SELECT j.ID_ FROM ACT_RU_JOB j JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_"
                                + " JOIN ACT_RU_JOBDEF d ON d.ID_ = j.JOB_DEF_ID_"
                                + " WHERE p.BUSINESS_KEY_ = ? AND d.ACT_ID_ = ?",
                        String.class,
                        caseNo,
                        activity);
        return Objects.requireNonNull(
                world.bean(ManagementService.class).createJobQuery().jobId(id).singleResult());
    }
}
