package jp.banso.processengine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.banso.processengine.internal.check.ModelKeys;

/**
 * Where model files stand, whatever they were called on somebody's disk: a process and its decisions in the folder of
 * the process, its forms in the folder of the same name. What is published keeps its name.
 */
public final class ModelNames {

    private static final Set<String> KINDS = Set.of("bpmn", "dmn", "form", "scenario", "settings");

    private final Map<String, ModelFile> published = new LinkedHashMap<>();
    private final Map<String, String> models = new LinkedHashMap<>();

    private ModelNames() {}

    /** The names of what a municipality uses now. */
    static ModelNames of(PublishedFiles files, String municipalityId) {
        var names = new ModelNames();
        for (PublishedFile each : files.inForce(municipalityId)) {
            names.models.put(each.kind() + " " + each.key(), each.file());
            files.files(each).forEach(file -> names.published.put(file.name(), file));
        }
        return names;
    }

    /** Whether files of this name can be models at all. */
    public static boolean isModel(String name) {
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The forms that the steps of a process ask for, by id; none for other files. */
    public static List<String> forms(ModelFile file) {
        return ModelKeys.forms(file);
    }

    /** The keys of the processes or decisions that a file defines; none for other files. */
    public static Set<String> keys(ModelFile file) {
        return ModelKeys.of(file);
    }

    /** What is published under this name. */
    public Optional<ModelFile> published(String name) {
        return Optional.ofNullable(published.get(name));
    }

    /**
     * The files under their right names, and the published forms that their processes need besides.
     *
     * @param there names of files that stand beside them already, and whose forms are kept
     */
    public List<ModelFile> completed(List<ModelFile> files, Collection<String> there) {
        var complete = new LinkedHashMap<String, ModelFile>();
        files.forEach(file -> {
            String name = name(file, files);
            complete.put(name, new ModelFile(name, file.bytes()));
        });
        for (String name : List.copyOf(complete.keySet())) {
            String process = "processes/%1$s/%1$s.bpmn".formatted(folder(name));
            if ((name.endsWith(".form") || Scenario.isScenario(name))
                    && published.containsKey(process)
                    && !there.contains(process)) {
                complete.putIfAbsent(
                        process, published.get(process)); // a form or scenario goes live with its process only
            }
        }
        for (String name : List.copyOf(complete.keySet())) {
            if (name.endsWith(".bpmn") && !there.contains(name)) { // its scenarios go live with it, too
                String folder = name.substring(0, name.lastIndexOf('/') + 1);
                published.values().stream()
                        .filter(file -> Scenario.isScenario(file.name())
                                && file.name().startsWith(folder)
                                && !there.contains(file.name()))
                        .forEach(file -> complete.putIfAbsent(file.name(), file));
            }
        }
        for (ModelFile file : List.copyOf(complete.values())) {
            for (String form : ModelKeys.forms(file)) {
                String ending = "/" + form + ".form";
                if (Stream.concat(complete.keySet().stream(), there.stream()).noneMatch(n -> n.endsWith(ending))) {
                    publishedForm(form, folder(file.name())).ifPresent(found -> complete.put(found.name(), found));
                }
            }
        }
        return new ArrayList<>(complete.values());
    }

    private String name(ModelFile file, List<ModelFile> among) {
        if (published.containsKey(file.name())) {
            return file.name();
        }
        String base = base(file.name());
        String kind = file.name().substring(file.name().lastIndexOf('.') + 1);
        return switch (kind) {
            case "bpmn" -> model("PROCESS", file, base, "bpmn");
            case "dmn" -> model("DECISION", file, base, "dmn");
            case "settings" -> settings(file, base);
            case "scenario" -> scenario(file, base);
            default -> form(file, base, among);
        };
    }

    /** Files of settings stand in fixed places; from somebody's disk comes only their last name. */
    private String settings(ModelFile file, String base) {
        String ending = "/" + base + ".settings";
        return published.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElse(file.name());
    }

    private String model(String kind, ModelFile file, String base, String ending) {
        String key = ModelKeys.of(file).stream().findFirst().orElse(base);
        String there = models.get(kind + " " + key);
        return there != null ? there : "processes/%s/%s.%s".formatted(key, key, ending);
    }

    private static String scenario(ModelFile file, String base) {
        try {
            return "processes/%s/%s%s".formatted(Scenario.read(file.bytes()).process(), base, Scenario.ENDING);
        } catch (Scenario.Unreadable e) {
            return file.name().startsWith("processes/") ? file.name() : "processes/other/" + base + Scenario.ENDING;
        }
    }

    private String form(ModelFile file, String base, List<ModelFile> among) {
        return publishedForm(base, folder(file.name())).map(ModelFile::name).orElseGet(() -> {
            String process = among.stream()
                    .filter(each -> ModelKeys.forms(each).contains(base))
                    .flatMap(each -> ModelKeys.of(each).stream())
                    .findFirst()
                    .orElse("other");
            return file.name().startsWith("forms/") ? file.name() : "forms/%s/%s.form".formatted(process, base);
        });
    }

    /** The form of the process in this folder, or else one of that name. */
    private Optional<ModelFile> publishedForm(String form, String folder) {
        return Optional.ofNullable(published.get("forms/" + folder + "/" + form + ".form"))
                .or(() -> published.values().stream()
                        .filter(file -> file.name().endsWith("/" + form + ".form"))
                        .findFirst());
    }

    private static String folder(String name) {
        String[] parts = name.split("/");
        return parts.length > 1 ? parts[parts.length - 2] : "";
    }

    private static String base(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? last : last.substring(0, dot);
    }
}
