package jp.banso.studio.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.People;
import jp.banso.processengine.ModelFile;
import jp.banso.processengine.PublishedFile;
import jp.banso.processengine.PublishedFile.Kind;
import jp.banso.processengine.PublishedFiles;
import jp.banso.processengine.RunningVersions;
import jp.banso.settings.CodeList;
import jp.banso.settings.SettingsSchema;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.Publications;
import jp.banso.studio.Upgrades;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The studio's front page: what is in force, what runs on which version, and what is being changed. */
@Controller
@RequestMapping("/studio")
class StudioPages {

    private final ModelDrafts drafts;
    private final PublishedFiles published;
    private final RunningVersions running;
    private final Upgrades upgrades;
    private final People people;

    StudioPages(
            ModelDrafts drafts, PublishedFiles published, RunningVersions running, Upgrades upgrades, People people) {
        this.drafts = drafts;
        this.published = published;
        this.running = running;
        this.upgrades = upgrades;
        this.people = people;
    }

    /** @param running cases on each version, in words */
    record ModelLine(PublishedFile file, String href, String choice, String kind, String running) {}

    record DraftLine(Draft draft, String changedBy, String editor) {}

    /** @param running cases that still use it */
    record VersionLine(PublishedFile file, boolean inForce, int running, String download) {}

    @GetMapping
    String list(Member member, Model model) {
        model.addAttribute(
                "drafts",
                drafts.open(member).stream()
                        .map(each -> new DraftLine(
                                each,
                                people.nameOf(each.changedBy()),
                                each.editor() == null ? "" : people.nameOf(each.editor())))
                        .toList());
        models(member, model);
        model.addAttribute("offers", upgrades.offers(member));
        return "studio/list";
    }

    /** Starts a draft that takes in what the product ships newer. */
    @PostMapping("/offers")
    String takeOffer(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String key, Member member) {
        return "redirect:/studio/drafts/"
                + upgrades.take(kind(kind), key, member).draftId();
    }

    @GetMapping("/drafts/new")
    String choose(@RequestParam(defaultValue = "") List<String> models, Member member, Model model) {
        return choose("", models, null, member, model);
    }

    @PostMapping("/drafts")
    String start(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") List<String> models,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Member member,
            Model model)
            throws IOException {
        try {
            List<ModelFile> received = received(files);
            if (models.isEmpty() && received.isEmpty()) {
                throw new DraftRefused("変えるものを選ぶか、ファイルを選んでください。");
            }
            Draft draft = received.isEmpty()
                    ? drafts.start(title, chosen(models, member), member)
                    : drafts.receive(title, received, member);
            if (!received.isEmpty() && !models.isEmpty()) {
                drafts.take(draft.draftId(), chosen(models, member), member);
            }
            return "redirect:/studio/drafts/" + draft.draftId();
        } catch (DraftRefused refused) {
            return choose(title, models, refused.getMessage(), member, model);
        }
    }

    /** All versions of a model: who uses which, and the files to take along. */
    @GetMapping("/models/{kind}/{key}")
    String versions(@PathVariable String kind, @PathVariable String key, Member member, Model model) {
        List<PublishedFile> versions = published.versions(kind(kind), key, member.municipalityId());
        if (versions.isEmpty()) {
            throw new NotHere();
        }
        var counts = running.counts(member.municipalityId());
        model.addAttribute("model", versions.get(0));
        model.addAttribute("process", kind.equals("process"));
        model.addAttribute(
                "versions",
                versions.stream()
                        .map(each -> new VersionLine(
                                each,
                                each == versions.get(0),
                                counts.getOrDefault(each.definitionId(), 0),
                                "/studio/models/" + kind + "/" + key + "/file?definition=" + each.definitionId()))
                        .toList());
        return "studio/versions";
    }

    /** @param definition which version; the newest without it */
    @GetMapping("/models/{kind}/{key}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String definition,
            Member member) {
        PublishedFile found = published.versions(kind(kind), key, member.municipalityId()).stream()
                .filter(each -> definition.isEmpty() || each.definitionId().equals(definition))
                .findFirst()
                .orElseThrow(NotHere::new);
        ModelFile file = published.files(found).get(0);
        return download(file.name().substring(file.name().lastIndexOf('/') + 1), file.bytes());
    }

    static ResponseEntity<byte[]> download(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    /** The files that were really sent: an empty choice arrives as a part without a name. */
    static List<ModelFile> received(@Nullable List<MultipartFile> files) throws IOException {
        var received = new ArrayList<ModelFile>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                received.add(new ModelFile(name, file.getBytes()));
            }
        }
        return received;
    }

    private String choose(String title, List<String> chosen, @Nullable String error, Member member, Model model) {
        models(member, model);
        model.addAttribute("unchangeable", Publications.PROCESS);
        model.addAttribute("draftTitle", title);
        model.addAttribute("chosen", chosen);
        model.addAttribute("error", error);
        return "studio/new";
    }

    private void models(Member member, Model model) {
        var counts = running.counts(member.municipalityId());
        model.addAttribute(
                "models",
                published.inForce(member.municipalityId()).stream()
                        .sorted(Comparator.comparingInt(StudioPages::place))
                        .map(each -> new ModelLine(
                                each,
                                "/studio/models/" + kind(each) + "/" + each.key(),
                                kind(each) + ":" + each.key(),
                                kindWords(each),
                                each.kind() == Kind.PROCESS ? runningWords(each, member, counts) : ""))
                        .toList());
    }

    private String runningWords(PublishedFile file, Member member, Map<String, Integer> counts) {
        return published.versions(file.kind(), file.key(), member.municipalityId()).stream()
                .filter(each -> counts.containsKey(each.definitionId()))
                .map(each -> each.label() + " " + counts.get(each.definitionId()) + "件")
                .collect(Collectors.joining("、"));
    }

    private List<PublishedFile> chosen(List<String> choices, Member member) {
        return published.inForce(member.municipalityId()).stream()
                .filter(each -> choices.contains(kind(each) + ":" + each.key()))
                .toList();
    }

    private static String kind(PublishedFile file) {
        return file.kind().name().toLowerCase(Locale.ROOT);
    }

    /** What concerns everybody comes first, what the state lays down last. */
    private static int place(PublishedFile file) {
        return file.kind() != Kind.SETTINGS
                ? file.kind().ordinal()
                : Kind.values().length + SettingsSchema.place(file.file());
    }

    private static String kindWords(PublishedFile file) {
        return switch (file.kind()) {
            case PROCESS -> "手順";
            case DECISION -> "決定表";
            case SETTINGS ->
                SettingsSchema.of(file.file()).map(SettingsSchema::kind).orElse("決まり")
                        + (CodeList.isNational(file.file()) ? "（国の様式）" : "");
        };
    }

    static Kind kind(String text) {
        return switch (text) {
            case "process" -> Kind.PROCESS;
            case "decision" -> Kind.DECISION;
            case "settings" -> Kind.SETTINGS;
            default -> throw new NotHere();
        };
    }
}
