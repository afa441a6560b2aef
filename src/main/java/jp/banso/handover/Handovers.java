package jp.banso.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.banso.people.Member;
import jp.banso.people.Office;
import org.jspecify.annotations.Nullable;

/** Handing a leaving worker's cases over. Only those who lead an office decide in it; elsewhere nothing is there. */
public interface Handovers {

    /** Offices in which the member leads, in the order of the memberships. */
    List<Office> offices(Member member);

    /** Handovers of the member's offices, newest first; not those that were called off. */
    List<Handover> list(Member member);

    /** Handovers carried out in which the member received something, newest first. */
    List<Handover> received(Member member);

    Optional<Handover> find(String handoverId, Member member);

    /** As {@link #find}, and also for who receives something in it. */
    Optional<Handover> findAsReceiver(String handoverId, Member member);

    /** What someone may be asked to hand over or to receive: usernames by office. */
    Map<String, List<Candidate>> candidates(Member member);

    /** Keeps a draft with the shares that the rule gives; nothing moves yet. */
    Handover draft(NewHandover wanted, Member by);

    /** What the handover would do now. */
    Plan plan(Handover handover, Member member);

    /** Receivers chosen by hand, by item; an empty one sends steps back to the queue of their role. */
    void choose(Handover handover, Map<String, String> receivers, Member by);

    /**
     * Decides it: it is carried out at once on its day, else on the morning of that day.
     *
     * @return completes when what is to be done now is done
     */
    CompletableFuture<Void> confirm(Handover handover, Member by);

    /** Calls off what has not begun. */
    void cancel(Handover handover, Member by);

    /** Takes back what the new workers have not touched, each item with its result. */
    CompletableFuture<Void> undo(Handover handover, Member by);

    List<HandoverItem> items(Handover handover);

    Optional<HandoverItem> item(Handover handover, String caseNo);

    /** Usernames of who receives, in their order. */
    List<String> receivers(Handover handover);

    /**
     * A colleague.
     *
     * @param fits the families of roles, to tell who may take over from whom
     * @param load open cases led and steps held; null for nothing known
     */
    record Candidate(
            String username,
            String displayName,
            String roles,
            List<String> fits,
            boolean active,
            @Nullable Load load) {}
}
