package jp.banso.studio.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.studio.Publication;
import jp.banso.studio.Publication.PublishedModel;
import jp.banso.studio.Publication.Status;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Proposals and publications. */
@Mapper
public interface PublicationMapper {

    void insert(@Param("p") Publication publication);

    Optional<Publication> find(@Param("id") String publicationId, @Param("municipalityId") String municipalityId);

    /** The same, held until the end of the transaction. */
    Optional<Publication> lock(@Param("id") String publicationId);

    /** Of a draft, the newest first. */
    List<Publication> ofDraft(@Param("draftId") String draftId);

    /** Of a municipality, the newest first. */
    List<Publication> all(@Param("municipalityId") String municipalityId, @Param("limit") int limit);

    void decide(
            @Param("id") String publicationId,
            @Param("status") Status status,
            @Param("by") String by,
            @Param("at") LocalDateTime at,
            @Param("note") @Nullable String note);

    void setStatus(@Param("id") String publicationId, @Param("status") Status status);

    void published(@Param("id") String publicationId, @Param("at") LocalDateTime at);

    void undone(
            @Param("id") String publicationId,
            @Param("by") String by,
            @Param("at") LocalDateTime at,
            @Param("reason") String reason);

    void insertModel(@Param("m") PublishedModel model);

    List<PublishedModel> models(@Param("id") String publicationId);

    /** The publication of a version; empty for one that was not published in the studio. */
    Optional<PublishedModel> model(@Param("definitionId") String definitionId);

    void insertOffer(@Param("o") Offer offer);

    List<Offer> offers(@Param("draftId") String draftId);

    /** A newer shared version that a draft takes in. */
    record Offer(String draftId, String kind, String modelKey, String definitionId) {}
}
