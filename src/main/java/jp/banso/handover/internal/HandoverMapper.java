package jp.banso.handover.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.banso.handover.FirstContact;
import jp.banso.handover.Handover;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.Load;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of handovers. Public only so that the module itself can reach it. */
@Mapper
public interface HandoverMapper {

    void insert(Handover handover);

    Optional<Handover> find(@Param("handoverId") String handoverId);

    List<Handover> list(
            @Param("municipalityId") String municipalityId, @Param("officeIds") Collection<String> officeIds);

    /** Carried out, with this receiver. */
    List<Handover> received(@Param("municipalityId") String municipalityId, @Param("username") String username);

    /** What the rounds have to see to: planned up to a day, or under way. */
    List<Handover> due(@Param("on") LocalDate on);

    /** Planned or running for the same worker of the same office. */
    List<Handover> planned(@Param("officeId") String officeId, @Param("fromUser") String fromUser);

    /** 0 when it was in another status. */
    int setStatus(
            @Param("handoverId") String handoverId,
            @Param("from") String from,
            @Param("to") String to,
            @Param("finishedAt") @Nullable LocalDateTime finishedAt);

    void insertReceiver(
            @Param("handoverId") String handoverId,
            @Param("username") String username,
            @Param("place") int place,
            @Param("categories") String categories);

    List<ReceiverRow> receivers(@Param("handoverId") String handoverId);

    void insertItem(ItemRow row);

    List<HandoverItem> items(@Param("handoverId") String handoverId);

    Optional<HandoverItem> item(@Param("handoverId") String handoverId, @Param("caseNo") String caseNo);

    List<String> inState(@Param("handoverId") String handoverId, @Param("state") String state);

    int choose(
            @Param("handoverId") String handoverId,
            @Param("caseNo") String caseNo,
            @Param("receiver") @Nullable String receiver);

    /** 0 when somebody else was faster. */
    int claim(
            @Param("handoverId") String handoverId,
            @Param("caseNo") String caseNo,
            @Param("from") String from,
            @Param("to") String to);

    void moved(
            @Param("handoverId") String handoverId,
            @Param("caseNo") String caseNo,
            @Param("reason") @Nullable String reason,
            @Param("movedAt") LocalDateTime movedAt);

    void result(
            @Param("handoverId") String handoverId,
            @Param("caseNo") String caseNo,
            @Param("from") String from,
            @Param("to") String to,
            @Param("reason") @Nullable String reason);

    /** All moved items wait to go back. */
    int askBack(@Param("handoverId") String handoverId);

    void insertStep(
            @Param("handoverId") String handoverId,
            @Param("taskId") String taskId,
            @Param("caseNo") String caseNo,
            @Param("toUser") @Nullable String toUser);

    List<StepRow> steps(@Param("handoverId") String handoverId, @Param("caseNo") String caseNo);

    /** Open cases that someone leads, of all offices of the municipality. */
    List<LedRow> led(@Param("municipalityId") String municipalityId, @Param("username") String username);

    /** Who leads open cases of an office. */
    List<String> owners(@Param("officeId") String officeId);

    List<HeldRow> held(@Param("municipalityId") String municipalityId, @Param("holderKey") String holderKey);

    Load load(
            @Param("municipalityId") String municipalityId,
            @Param("username") String username,
            @Param("holderKey") String holderKey,
            @Param("now") LocalDateTime now);

    /** What someone did in a case since it moved. */
    int doneSince(
            @Param("caseNo") String caseNo,
            @Param("username") String username,
            @Param("eventNo") @Nullable Long eventNo);

    /** Steps that moved with the case and on which the receiver has begun to write. */
    int begunSince(
            @Param("handoverId") String handoverId,
            @Param("caseNo") String caseNo,
            @Param("username") String username,
            @Param("at") LocalDateTime at);

    List<FirstContact> contactsOf(@Param("handoverId") String handoverId);

    List<FirstContact> missingContacts(
            @Param("officeIds") Collection<String> officeIds, @Param("today") LocalDate today);

    /** Missing ones of a case that its receiver still leads. */
    List<FirstContact> missingOf(@Param("caseNo") String caseNo, @Param("today") LocalDate today);

    /** Carried out, with the last day for the first contacts from a day on and before another. */
    List<Handover> contactEnded(@Param("from") LocalDate from, @Param("before") LocalDate before);

    /** @param categories codes, joined by commas */
    record ReceiverRow(String username, String categories) {}

    record ItemRow(
            String handoverId,
            String caseNo,
            int itemNo,
            String kind,
            @Nullable String label,
            @Nullable String receiver) {}

    record StepRow(String taskId, @Nullable String toUser) {}

    record LedRow(String caseNo, String officeId, @Nullable String category) {}

    record HeldRow(String taskId, String businessKey, String displayName, @Nullable LocalDateTime dueAt) {}
}
