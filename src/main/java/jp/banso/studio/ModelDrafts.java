package jp.banso.studio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.audit.Audit;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.ModelNames;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.internal.DraftMapper;
import jp.banso.text.RowId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models that are being changed. One person changes a draft at a time; nothing here is in force. */
@Service
@Transactional
public class ModelDrafts {

    private static final int LONGEST_TITLE = 100;
    private static final int MOST_FILES = 200;

    private final DraftMapper rows;
    private final PublishedFiles published;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    ModelDrafts(DraftMapper rows, PublishedFiles published, People people, Audit audit, Clock clock) {
        this.rows = rows;
        this.published = published;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of saving a file. */
    public sealed interface Saving {

        /** It is kept. */
        record Saved(int version) implements Saving {}

        /** Somebody else was faster; nothing was changed. */
        record Faster(String by, LocalDateTime at, int version) implements Saving {}
    }

    /** Drafts that are neither published nor dropped, the one changed last first. */
    @Transactional(readOnly = true)
    public List<Draft> open(Member member) {
        return rows.open(member.municipalityId());
    }

    /** @throws NotHere for a draft of another municipality, too */
    @Transactional(readOnly = true)
    public Draft find(String draftId, Member member) {
        return rows.find(draftId, member.municipalityId()).orElseThrow(NotHere::new);
    }

    @Transactional(readOnly = true)
    public List<DraftFile> files(String draftId, Member member) {
        return rows.files(find(draftId, member).draftId());
    }

    @Transactional(readOnly = true)
    public DraftFile file(String draftId, String fileId, Member member) {
        return rows.file(find(draftId, member).draftId(), fileId).orElseThrow(NotHere::new);
    }

    /**
     * Starts a draft with what is published now.
     *
     * @param chosen models the draft shall change; their forms come with them
     * @throws DraftRefused for a title that is missing or too long
     */
    public Draft start(String title, List<PublishedFile> chosen, Member member) {
        Draft draft = insert(title, member);
        add(
                draft,
                chosen.stream().flatMap(each -> published.files(each).stream()).toList(),
                member);
        return draft;
    }

    /**
     * Starts a draft with files from outside. A process brings the forms of its published version along, as far as they
     * are not among the files.
     */
    public Draft receive(String title, List<ModelFile> files, Member member) {
        if (files.isEmpty()) {
            throw new DraftRefused(".bpmn、.dmn、.form、.scenario、.settings のファイルを入れてください。");
        }
        Draft draft = insert(title, member);
        add(draft, completed(draft, files), member);
        audit.changed(null, "studio.received", "%s（ファイル %d個）".formatted(draft.title(), files.size()));
        return draft;
    }

    /** Takes more files into a draft; one that is there already gets the new content. */
    public void add(String draftId, List<ModelFile> files, Member member) {
        Draft draft = editable(draftId, member);
        add(draft, completed(draft, files), member);
    }

    /** Takes published models with their forms into a draft that does not have them yet. */
    public void take(String draftId, List<PublishedFile> chosen, Member member) {
        Draft draft = editable(draftId, member);
        List<String> there = rows.files(draftId).stream().map(DraftFile::name).toList();
        add(
                draft,
                chosen.stream()
                        .flatMap(each -> published.files(each).stream())
                        .filter(file -> !there.contains(file.name()))
                        .toList(),
                member);
    }

    /** @param version the one that was changed; a newer one is never overwritten */
    public Saving save(String draftId, String fileId, String content, int version, Member member) {
        Draft draft = lock(draftId, member);
        DraftFile file = rows.file(draftId, fileId).orElseThrow(NotHere::new);
        if (!member.username().equals(draft.editor()) || file.version() != version) {
            String by = member.username().equals(draft.editor()) ? file.changedBy() : draft.editor();
            return new Saving.Faster(
                    people.nameOf(by == null ? file.changedBy() : by), file.changedAt(), file.version());
        }
        refuseUnlessOpen(draft);
        LocalDateTime now = LocalDateTime.now(clock);
        rows.save(fileId, content, version, member.username(), now);
        rows.touch(draftId, member.username(), now);
        return new Saving.Saved(version + 1);
    }

    /** Takes a file out of the draft; what is published stays as it is. */
    public void remove(String draftId, String fileId, Member member) {
        editable(draftId, member);
        rows.deleteFile(draftId, fileId);
        rows.touch(draftId, member.username(), LocalDateTime.now(clock));
    }

    /** Gives a file the content it had when the draft took it. */
    public void restore(String draftId, String fileId, Member member) {
        editable(draftId, member);
        DraftFile file = rows.file(draftId, fileId).orElseThrow(NotHere::new);
        if (file.base() == null) {
            throw new DraftRefused("新しいファイルには、元の内容がありません。");
        }
        rows.save(fileId, file.base(), file.version(), member.username(), LocalDateTime.now(clock));
    }

    public void rename(String draftId, String title, Member member) {
        editable(draftId, member);
        rows.setTitle(draftId, checked(title));
    }

    /** From now on this member changes the draft, whoever did before. */
    public void takeOver(String draftId, Member member) {
        Draft draft = lock(draftId, member);
        refuseUnlessOpen(draft);
        if (!member.username().equals(draft.editor())) {
            rows.setEditor(draftId, member.username(), LocalDateTime.now(clock));
            audit.changed(null, "studio.taken-over", draft.title());
        }
    }

    /** Gives the draft up for ever. */
    public void drop(String draftId, Member member) {
        Draft draft = editable(draftId, member);
        rows.setStatus(draftId, DraftStatus.DROPPED);
        audit.changed(null, "studio.dropped", draft.title());
    }

    /** The draft, held until the end of the transaction, if this member may change it. */
    Draft editable(String draftId, Member member) {
        Draft draft = lock(draftId, member);
        refuseUnlessOpen(draft);
        if (!member.username().equals(draft.editor())) {
            throw new DraftRefused(
                    "%sさんが編集しています。変えるときは、編集を引き継いでください。".formatted(people.nameOf(String.valueOf(draft.editor()))));
        }
        return draft;
    }

    private Draft lock(String draftId, Member member) {
        return rows.lock(draftId, member.municipalityId()).orElseThrow(NotHere::new);
    }

    private static void refuseUnlessOpen(Draft draft) {
        if (!draft.is(DraftStatus.OPEN)) {
            throw new DraftRefused(
                    "この下書きは、いまは変えられません（%s）。".formatted(draft.status().label()));
        }
    }

    private Draft insert(String title, Member member) {
        LocalDateTime now = LocalDateTime.now(clock);
        var draft = new Draft(
                RowId.next(),
                member.municipalityId(),
                checked(title),
                DraftStatus.OPEN,
                member.username(),
                now,
                member.username(),
                now,
                member.username(),
                now);
        rows.insert(draft);
        audit.changed(null, "studio.started", draft.title());
        return draft;
    }

    private void add(Draft draft, List<ModelFile> files, Member member) {
        LocalDateTime now = LocalDateTime.now(clock);
        ModelNames names = published.names(draft.municipalityId());
        Map<String, DraftFile> there = new LinkedHashMap<>();
        rows.files(draft.draftId()).forEach(file -> there.put(file.name(), file));
        if (there.size() + files.size() > MOST_FILES) {
            throw new DraftRefused("ファイルが多すぎます。1つの下書きには%d個までです。".formatted(MOST_FILES));
        }
        if (files.stream().anyMatch(file -> file.name().startsWith("processes/" + Publications.PROCESS + "/"))) {
            throw new DraftRefused("「手順の変更」は、公開の決まりそのものなので、ここでは変えられません。");
        }
        for (ModelFile file : files) {
            String content = new String(file.bytes(), StandardCharsets.UTF_8);
            DraftFile old = there.get(file.name());
            if (old != null) {
                rows.save(old.fileId(), content, old.version(), member.username(), now);
            } else {
                rows.insertFile(new DraftFile(
                        RowId.next(),
                        draft.draftId(),
                        file.name(),
                        content,
                        base(file.name(), names),
                        1,
                        member.username(),
                        now));
            }
        }
        rows.touch(draft.draftId(), member.username(), now);
    }

    private static @Nullable String base(String name, ModelNames names) {
        return names.published(name)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private List<ModelFile> completed(Draft draft, List<ModelFile> files) {
        List<String> there =
                rows.files(draft.draftId()).stream().map(DraftFile::name).toList();
        return published.names(draft.municipalityId()).completed(refuseOthers(files), there);
    }

    private static List<ModelFile> refuseOthers(List<ModelFile> files) {
        for (ModelFile file : files) {
            if (!ModelNames.isModel(file.name())) {
                throw new DraftRefused(
                        "「%s」は受け取れません。.bpmn、.dmn、.form、.scenario、.settings のどれかを選んでください。".formatted(file.name()));
            }
        }
        return files;
    }

    private static String checked(String title) {
        String called = title.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > LONGEST_TITLE) {
            throw new DraftRefused("下書きの名前を%d文字までで書いてください。".formatted(LONGEST_TITLE));
        }
        return called;
    }
}
