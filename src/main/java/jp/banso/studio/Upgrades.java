package jp.banso.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.processengine.ModelDifference;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.Publication.PublishedModel;
import jp.banso.studio.internal.PublicationMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the product ships newer than a municipality's own version is never put in its place: it is offered as a draft, in
 * which files that only one side changed are taken over by themselves and the others are chosen one by one.
 */
@Service
@Transactional
public class Upgrades {

    private final PublishedFiles published;
    private final PublicationMapper rows;
    private final ModelDrafts drafts;
    private final DraftDifference difference;
    private final ModelDifference models;

    Upgrades(
            PublishedFiles published,
            PublicationMapper rows,
            ModelDrafts drafts,
            DraftDifference difference,
            ModelDifference models) {
        this.models = models;
        this.published = published;
        this.rows = rows;
        this.drafts = drafts;
        this.difference = difference;
    }

    /**
     * A newer shared version beside the municipality's own.
     *
     * @param origin the shared version from which the own one descends
     */
    public record Offer(PublishedFile own, PublishedFile origin, PublishedFile newer) {}

    /**
     * A file of an offer in words.
     *
     * @param theirs what the product changed since the origin
     * @param ours what the municipality changed since the origin
     * @param conflict whether both did
     * @param missing what of theirs does not stand in the draft now
     * @param taken whose content stands in the draft now: {@code theirs}, {@code ours}, {@code both} as far as they go
     *     together, or something else
     */
    public record Side(
            String fileId,
            String name,
            List<DraftChange> theirs,
            List<DraftChange> ours,
            List<DraftChange> missing,
            boolean conflict,
            @Nullable String taken) {

        public String shortName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /** Only where the product has changed something: all that it ships gets a new version together. */
    @Transactional(readOnly = true)
    public List<Offer> offers(Member member) {
        Map<String, PublishedFile> shared = new LinkedHashMap<>();
        published.inForce(null).forEach(each -> shared.put(each.kind() + each.key(), each));
        List<Offer> offers = new ArrayList<>();
        for (PublishedFile own : published.inForce(member.municipalityId())) {
            PublishedFile newer = shared.get(own.kind() + own.key());
            if (!own.shared() && newer != null) {
                origin(own, member)
                        .filter(origin -> !origin.definitionId().equals(newer.definitionId()))
                        .filter(origin -> !byName(origin).equals(byName(newer)))
                        .ifPresent(origin -> offers.add(new Offer(own, origin, newer)));
            }
        }
        return offers;
    }

    /** Starts a draft that takes the newer version in. */
    public Draft take(Kind kind, String key, Member member) {
        Offer offer = offers(member).stream()
                .filter(each -> each.own().kind() == kind && each.own().key().equals(key))
                .findFirst()
                .orElseThrow(NotHere::new);
        Draft draft = drafts.start("製品の新しい版を入れる：" + offer.own().title(), List.of(offer.own()), member);
        rows.insertOffer(new PublicationMapper.Offer(
                draft.draftId(), kind.name(), key, offer.newer().definitionId()));
        Map<String, ModelFile> origin = byName(offer.origin());
        Map<String, ModelFile> own = byName(offer.own());
        List<ModelFile> taken = new ArrayList<>();
        byName(offer.newer()).forEach((name, file) -> {
            ModelFile mine = own.get(name);
            if (!file.equals(origin.get(name)) && !file.equals(mine)) {
                ModelFile next =
                        mine == null || mine.equals(origin.get(name)) ? file : both(origin.get(name), mine, file);
                if (!next.equals(mine)) {
                    taken.add(next);
                }
            }
        });
        if (!taken.isEmpty()) {
            drafts.add(draft.draftId(), taken, member);
        }
        return draft;
    }

    /** The files of a draft that takes an offer in, those that both sides changed first; none for other drafts. */
    @Transactional(readOnly = true)
    public List<Side> sides(String draftId, Member member) {
        List<Side> sides = new ArrayList<>();
        List<DraftFile> files = drafts.files(draftId, member);
        for (Three three : threes(draftId, member)) {
            for (String name : three.changedByProduct()) {
                files.stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .ifPresent(file -> sides.add(side(file, three, member)));
            }
        }
        sides.sort((a, b) -> Boolean.compare(b.conflict(), a.conflict()));
        return sides;
    }

    /** Puts one side's content of a file into the draft. */
    public void choose(String draftId, String fileId, boolean theirs, Member member) {
        DraftFile file = drafts.file(draftId, fileId, member);
        ModelFile chosen = threes(draftId, member).stream()
                .map(three -> (theirs ? three.newer() : three.own()).get(file.name()))
                .filter(each -> each != null)
                .findFirst()
                .orElseThrow(NotHere::new);
        drafts.add(draftId, List.of(chosen), member);
    }

    private Side side(DraftFile file, Three three, Member member) {
        ModelFile origin = three.origin().get(file.name());
        ModelFile own = three.own().get(file.name());
        ModelFile newer = three.newer().get(file.name());
        List<DraftChange> theirs = difference.between(listed(origin), listed(newer), member);
        List<DraftChange> now = difference.between(listed(origin), List.of(file.model()), member);
        return new Side(
                file.fileId(),
                file.name(),
                theirs,
                difference.between(listed(origin), listed(own), member),
                theirs.stream()
                        .filter(change -> now.stream().noneMatch(there -> same(change, there)))
                        .toList(),
                own != null && !own.equals(origin) && !own.equals(newer),
                taken(file.content(), origin, own, newer));
    }

    private static boolean same(DraftChange one, DraftChange other) {
        return Objects.equals(one.element(), other.element())
                && one.kind().equals(other.kind())
                && Objects.equals(one.before(), other.before())
                && Objects.equals(one.after(), other.after());
    }

    private @Nullable String taken(
            String content, @Nullable ModelFile origin, @Nullable ModelFile own, @Nullable ModelFile newer) {
        if (text(newer).equals(content)) {
            return "theirs";
        }
        if (text(own).equals(content)) {
            return "ours";
        }
        return own != null && newer != null && text(both(origin, own, newer)).equals(content) ? "both" : null;
    }

    private ModelFile both(@Nullable ModelFile origin, ModelFile own, ModelFile newer) {
        return origin == null ? own : models.merge(origin, own, newer);
    }

    /** The three states of a model's files, by name. */
    private record Three(Map<String, ModelFile> origin, Map<String, ModelFile> own, Map<String, ModelFile> newer) {

        Set<String> changedByProduct() {
            Set<String> names = new LinkedHashSet<>();
            newer.forEach((name, file) -> {
                if (!file.equals(origin.get(name))) {
                    names.add(name);
                }
            });
            return names;
        }
    }

    private List<Three> threes(String draftId, Member member) {
        return rows.offers(drafts.find(draftId, member).draftId()).stream()
                .map(offer -> three(offer, member))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Three> three(PublicationMapper.Offer offer, Member member) {
        Kind kind = Kind.valueOf(offer.kind());
        PublishedFile own = published
                .inForce(kind, offer.modelKey(), member.municipalityId())
                .orElseThrow(NotHere::new);
        return origin(own, member).flatMap(origin -> version(kind, offer.modelKey(), offer.definitionId(), member)
                .map(newer -> new Three(byName(origin), byName(own), byName(newer))));
    }

    private Optional<PublishedFile> origin(PublishedFile own, Member member) {
        return rows.model(own.definitionId())
                .map(PublishedModel::originDefinitionId)
                .flatMap(definition -> version(own.kind(), own.key(), definition, member));
    }

    private Optional<PublishedFile> version(Kind kind, String key, String definitionId, Member member) {
        return published.versions(kind, key, member.municipalityId()).stream()
                .filter(each -> each.definitionId().equals(definitionId))
                .findFirst();
    }

    private Map<String, ModelFile> byName(PublishedFile model) {
        Map<String, ModelFile> files = new LinkedHashMap<>();
        published.files(model).forEach(file -> files.put(file.name(), file));
        return files;
    }

    private static List<ModelFile> listed(@Nullable ModelFile file) {
        return file == null ? List.of() : List.of(file);
    }

    private static String text(@Nullable ModelFile file) {
        return file == null ? "" : new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
