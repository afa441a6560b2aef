package jp.banso.studio.web;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.banso.people.Member;
import jp.banso.processengine.Finding;
import jp.banso.studio.Draft;
import jp.banso.studio.DraftCheck;
import jp.banso.studio.DraftRefused;
import jp.banso.studio.ModelDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What the deploy button of Camunda Modeler calls. Its address is {@code …/api/v1/studio/modeler}; what it sends becomes
 * a draft and never goes live by itself.
 */
@RestController
@RequestMapping("/api/v1/studio/modeler")
class ModelerApi {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String ENGINE = "7.24.0";

    private final ModelDrafts drafts;
    private final DraftCheck check;
    private final Clock clock;

    ModelerApi(ModelDrafts drafts, DraftCheck check, Clock clock) {
        this.drafts = drafts;
        this.check = check;
        this.clock = clock;
    }

    /** Which engine this is. */
    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", ENGINE);
    }

    /** The Modeler tries its name and password on this; there is nothing to list. */
    @GetMapping("/deployment")
    List<Object> deployments() {
        return List.of();
    }

    @PostMapping(value = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, @Nullable Object>> create(
            MultipartHttpServletRequest request,
            @RequestParam(name = "deployment-name", defaultValue = "Camunda Modeler から") String name,
            Member member)
            throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            Draft draft = drafts.receive(name, StudioApi.files(request), member);
            long errors = check.findings(draft.draftId(), member).stream()
                    .filter(each -> each.severity() == Finding.Severity.ERROR)
                    .count();
            answer.put("links", List.of());
            answer.put("id", draft.draftId());
            answer.put("name", draft.title() + "（下書き。直すところ " + errors + "件）");
            answer.put("source", "Camunda Modeler");
            answer.put("deploymentTime", clock.instant().atZone(TOKYO).format(TIME));
            answer.put("tenantId", null);
            answer.put("deployedProcessDefinitions", null);
            answer.put("deployedDecisionDefinitions", null);
            return ResponseEntity.ok(answer);
        } catch (DraftRefused refused) {
            answer.put("type", "InvalidRequestException");
            answer.put("message", refused.getMessage());
            return ResponseEntity.badRequest().body(answer);
        }
    }
}
