package jp.banso.oversight.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import jp.banso.oversight.Flows;
import jp.banso.oversight.Sphere;
import jp.banso.people.NotHere;
import jp.banso.processengine.PublishedModels;
import jp.banso.processengine.PublishedModels.PublishedModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads which process, version and month an address asks for; unknown words mean the first process, all versions, now. */
@Component
class FlowAsked {

    private static final String FIRST = "consultation-intake";

    private final PublishedModels models;

    FlowAsked(PublishedModels models) {
        this.models = models;
    }

    /**
     * @param version null for all versions
     * @param month null for now
     */
    record Asked(PublishedModel model, @Nullable PublishedModel version, @Nullable YearMonth month) {

        Flows.View view() {
            return new Flows.View(model.key(), version == null ? null : version.definitionId(), month);
        }

        /** The drawing to show: the chosen version, or the newest. */
        PublishedModel drawn() {
            return version == null ? model : version;
        }

        String address(String path) {
            UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path).queryParam("process", model.key());
            if (version != null) {
                uri.queryParam("version", version.version());
            }
            if (month != null) {
                uri.queryParam("month", month);
            }
            return uri.encode().toUriString();
        }
    }

    /** Processes that have steps for people. */
    List<PublishedModel> processes(Sphere sphere) {
        return models.all(sphere.municipalityId()).stream()
                .filter(m -> !m.steps().isEmpty())
                .toList();
    }

    Asked of(Sphere sphere, String process, String version, String month) {
        List<PublishedModel> all = processes(sphere);
        PublishedModel model = all.stream()
                .filter(m -> m.key().equals(process))
                .findFirst()
                .or(() -> all.stream().filter(m -> m.key().equals(FIRST)).findFirst())
                .orElseThrow(NotHere::new);
        return new Asked(model, version(model, sphere, version).orElse(null), month(month));
    }

    Optional<PublishedModel> version(PublishedModel model, Sphere sphere, String version) {
        return models.versions(model.key(), sphere.municipalityId()).stream()
                .filter(v -> String.valueOf(v.version()).equals(version))
                .findFirst();
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.isBlank() ? null : YearMonth.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
