package jp.banso.story.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.banso.BansoTest;
import jp.banso.casefile.CaseFiles;
import jp.banso.casefile.Documents;
import jp.banso.casefile.HouseholdMember;
import jp.banso.casefile.SupportAgency;
import jp.banso.casefile.Surroundings;
import jp.banso.handover.HandoverItem;
import jp.banso.handover.Handovers;
import jp.banso.handover.NewHandover;
import jp.banso.handover.SharingRule;
import jp.banso.ledger.LedgerImports;
import jp.banso.notice.NewNotice;
import jp.banso.notice.Notices;
import jp.banso.oversight.Reassignments;
import jp.banso.oversight.SavedBoards;
import jp.banso.people.People;
import jp.banso.people.PeopleAdmin;
import jp.banso.people.Roles;
import jp.banso.people.Visitor;
import jp.banso.people.web.security.AccessMatrix;
import jp.banso.people.web.security.Reach;
import jp.banso.processengine.PublishedFiles;
import jp.banso.studio.ModelDrafts;
import jp.banso.studio.Proposal;
import jp.banso.studio.Publications;
import jp.banso.worklist.SavedViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The access matrix, walked by place: every endpoint that names a thing is called with a real thing of one office, by
 * members who have every role there, in the next office, in the next municipality, and at a partner without consent.
 */
@BansoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessPlacesTest {

    private static final String HOME = "meguri-home";
    private static final String NEXT_OFFICE = "meguri-north";
    private static final String ELSEWHERE = "meguri-else";
    private static final String PARTNER = "meguri-npo";
    private static final String LEAVING = "meguri-leaving";
    private static final Set<String> PARTNER_ROLES = Set.of("hw-navigator", "contractor");
    private static final int OK = 200;
    private static final int NOT_HERE = 404;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    People people;

    @Autowired
    PeopleAdmin admin;

    @Autowired
    CaseFiles cases;

    @Autowired
    Surroundings surroundings;

    @Autowired
    Documents documents;

    @Autowired
    SavedViews views;

    @Autowired
    LedgerImports ledgers;

    @Autowired
    Reassignments reassignments;

    @Autowired
    SavedBoards boards;

    @Autowired
    Notices notices;

    @Autowired
    Handovers handovers;

    @Autowired
    ModelDrafts drafts;

    @Autowired
    PublishedFiles published;

    @Autowired
    Publications publications;

    @Autowired
    JdbcTemplate jdbc;

    private Town town;
    private Map<String, String> things = Map.of();
    private String doneTask = "";
    private String draft = "";
    private String proposal = "";
    private String ownerBefore;

    @BeforeAll
    void someCaseWithEverything() {
        town = new Town(port, clock);
        everyRole(HOME, "midorino", "midorino-main");
        everyRole(NEXT_OFFICE, "midorino", "midorino-north");
        everyRole(ELSEWHERE, "aogaoka", "aogaoka-main");
        join(PARTNER, "midorino");
        admin.grantRole(PARTNER, "npo-ashita", "contractor");
        var road = new Road(town);
        var caseNo = road.toCategory("1-1");
        doneTask = town.as("soudan").task(caseNo, "draftPlan").taskId();
        road.toMeeting(caseNo, Map.of("usesHellowork", "no", "contractorUsed", "no"));
        things = Map.ofEntries(
                Map.entry("letter", "contact-request"),
                Map.entry("caseNo", caseNo),
                Map.entry("taskId", openTaskOf(town.as("uketsuke").receives(Town.stranger()))),
                Map.entry("meetingId", town.meetingOf(caseNo)),
                Map.entry("memberId", householdMember(caseNo)),
                Map.entry("agencyId", agency(caseNo)),
                Map.entry("documentId", document(caseNo)),
                Map.entry("username", "soudan"),
                Map.entry("id", view()),
                Map.entry("importId", ledger()),
                Map.entry("noticeId", notice()),
                Map.entry("handoverId", handover(caseNo)),
                Map.entry("key", "consultation-intake"),
                Map.entry("absenceId", absence()),
                Map.entry("jobId", "none"),
                Map.entry("reassignmentId", reassignment()),
                Map.entry("viewId", boardView()),
                Map.entry("moveId", move()),
                Map.entry("processKey", "support-planning"),
                Map.entry("kind", "process"),
                Map.entry("draftId", draft()),
                Map.entry("fileId", draftFile()),
                Map.entry("state", "draft-" + draft),
                Map.entry("publicationId", publication()));
    }

    private String draft() {
        var admin = people.find("kanri").orElseThrow();
        var models = published.inForce("midorino").stream()
                .filter(each -> List.of("consultation-intake", "letters.contact-request")
                        .contains(each.key()))
                .toList();
        draft = drafts.start("めぐり", models, admin).draftId();
        return draft;
    }

    private String publication() {
        var admin = people.find("kanri").orElseThrow();
        var model = published.inForce("midorino").get(0);
        var other = drafts.start("めぐりの提案", List.of(model), admin);
        var file = drafts.files(other.draftId(), admin).get(0);
        drafts.save(other.draftId(), file.fileId(), file.content() + "\n", file.version(), admin);
        proposal = publications
                .propose(other.draftId(), new Proposal("めぐり", "", null), admin)
                .publicationId();
        return proposal;
    }

    private String draftFile() {
        return drafts.files(draft, people.find("kanri").orElseThrow()).stream()
                .filter(file -> file.kind().equals("settings"))
                .findFirst()
                .orElseThrow()
                .fileId();
    }

    @AfterAll
    void leave() {
        var kanri = people.find("kanri").orElseThrow();
        drafts.drop(draft, kanri);
        publications.giveBack(proposal, "めぐりの終わり", kanri);
        town.as(HOME)
                .post("/absences/" + things.get("absenceId") + "/end", Map.of())
                .ok();
        var shunin = people.find("shunin").orElseThrow();
        handovers.find(things.get("handoverId"), shunin).ifPresent(draft -> handovers.cancel(draft, shunin));
        cases.setOwner(things.get("caseNo"), ownerBefore);
        town.meets(things.get("caseNo"), "approved");
        jdbc.update("DELETE FROM studio_move WHERE move_id = ?", things.get("moveId"));
        for (var username : List.of(HOME, NEXT_OFFICE, ELSEWHERE, PARTNER, LEAVING)) {
            admin.setActive(username, false);
        }
    }

    @Test
    void whoeverHasTheRoleHereGetsIn() {
        var visitor = Visitor.signedIn(port, HOME);
        var shut = new ArrayList<String>();
        for (var row : things(Set.of(Reach.queue, Reach.cases, Reach.office, Reach.municipality))) {
            if (row.method().equals("GET")) {
                var answer = visitor.get(path(row));
                if (answer.statusCode() != OK) {
                    shut.add(row + " -> " + answer.statusCode());
                }
            }
        }
        assertThat(shut).isEmpty();
    }

    @Test
    void theSameRolesInTheNextOfficeFindNothing() {
        assertThat(openTo(NEXT_OFFICE, Set.of(Reach.queue, Reach.cases, Reach.office, Reach.self)))
                .isEmpty();
    }

    @Test
    void theSameRolesInTheNextMunicipalityFindNothing() {
        assertThat(openTo(ELSEWHERE, Set.of(Reach.queue, Reach.cases, Reach.office, Reach.self, Reach.municipality)))
                .isEmpty();
    }

    @Test
    void aPartnerWithoutConsentFindsNothing() {
        assertThat(openTo(PARTNER, Set.of(Reach.queue, Reach.cases, Reach.office, Reach.self)))
                .isEmpty();
    }

    @Test
    void aMunicipalityWideRoleReachesTheNextOfficeAndNoFarther() {
        assertThat(Visitor.signedIn(port, NEXT_OFFICE).get("/people/soudan").statusCode())
                .isEqualTo(OK);
    }

    @Test
    void noListShowsAThingOfAnotherPlace() {
        var caseNo = things.get("caseNo");
        var name = cases.require(caseNo).displayName();
        for (var username : List.of(NEXT_OFFICE, ELSEWHERE, PARTNER)) {
            var visitor = Visitor.signedIn(port, username);
            for (var row : lists()) {
                var answer = visitor.get(row.pattern().getPatternString() + "?limit=200");
                assertThat(answer.body()).as(username + " " + row).doesNotContain(caseNo, name);
            }
        }
    }

    /** A role counts in the office in which it is held, not in every office of the same person. */
    @Test
    void aRoleOfOneOfficeOpensNothingInAnother() {
        var twoDesks = "meguri-two";
        join(twoDesks, "midorino");
        admin.grantRole(twoDesks, "midorino-main", "reception");
        admin.grantRole(twoDesks, "midorino-north", "consultant");
        var visitor = Visitor.signedIn(port, twoDesks);
        var caseNo = things.get("caseNo");

        assertThat(visitor.get("/cases/" + caseNo).statusCode()).isEqualTo(OK);
        assertThat(visitor.get("/cases/" + caseNo + "/owner").statusCode()).isEqualTo(NOT_HERE);
        assertThat(visitor.call(
                                "POST",
                                "/api/v1/cases/" + caseNo + "/interruptions",
                                "{\"kind\":\"movedOut\",\"happenedOn\":\"" + town.today() + "\"}")
                        .statusCode())
                .isEqualTo(NOT_HERE);
        admin.setActive(twoDesks, false);
    }

    private String notice() {
        notices.tell(new NewNotice("soudan", "reminder", "架空の知らせです", "/worklist", "access-places"));
        return town.as("soudan")
                .get("/notices")
                .ok()
                .path("items")
                .path(0)
                .path("noticeId")
                .asText();
    }

    private List<String> openTo(String username, Set<Reach> reaches) {
        var visitor = Visitor.signedIn(port, username);
        var missing = visitor.get("/no-such-page").body();
        var open = new ArrayList<String>();
        for (var row : things(reaches)) {
            var path = path(row);
            HttpResponse<String> answer = row.method().equals("GET") ? visitor.get(path) : send(visitor, row, path);
            var page = !path.startsWith("/api/") && row.method().equals("GET");
            if (answer.statusCode() != NOT_HERE || page && !answer.body().equals(missing)) {
                open.add(row + " -> " + answer.statusCode());
            }
        }
        return open;
    }

    /** With everything that an endpoint needs before it looks for the thing itself. */
    private HttpResponse<String> send(Visitor visitor, AccessMatrix.Row row, String path) {
        var today = town.today().toString();
        if (path.startsWith("/api/")) {
            var json = "{\"kind\":\"movedOut\",\"on\":\"%s\",\"username\":\"soudan\",\"text\":\"x\"}".formatted(today);
            return visitor.call(row.method(), path, json);
        }
        return visitor.post(
                path,
                "kind",
                "movedOut",
                "on",
                today,
                "username",
                "soudan",
                "text",
                "x",
                "owner",
                "soudan",
                "version",
                "0",
                "post",
                "x",
                "officeId",
                "midorino-main",
                "role",
                "reception",
                "active",
                "false",
                "dueOn",
                today,
                "followUpOn",
                today,
                "waitingKind",
                "person",
                "reason",
                "x",
                "what",
                "x",
                "cases",
                "20");
    }

    private List<AccessMatrix.Row> things(Set<Reach> reaches) {
        return matrix.rows().stream()
                .filter(row -> row.pattern().getPatternString().contains("{") && reaches.contains(row.reach()))
                .toList();
    }

    private List<AccessMatrix.Row> lists() {
        return matrix.rows().stream()
                .filter(row -> row.method().equals("GET")
                        && !row.pattern().getPatternString().contains("{")
                        && !Set.of(Reach.nothing, Reach.self, Reach.municipality)
                                .contains(row.reach()))
                .toList();
    }

    private String path(AccessMatrix.Row row) {
        String pattern = row.pattern().getPatternString();
        String path = pattern.endsWith("/done") ? pattern.replace("{taskId}", doneTask) : pattern;
        for (Map.Entry<String, String> thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        assertThat(path).as("this test has a thing for every variable").doesNotContain("{");
        return path;
    }

    private void everyRole(String username, String municipality, String office) {
        join(username, municipality);
        Roles.ofProduct().stream()
                .filter(role -> !PARTNER_ROLES.contains(role))
                .forEach(role -> admin.grantRole(username, office, role));
    }

    private void join(String username, String municipality) {
        if (people.find(username).isEmpty()) {
            admin.createUser(username, "巡回 " + username, municipality, username);
        }
        admin.setActive(username, true);
    }

    private String openTaskOf(String caseNo) {
        return town.as("soudan").task(caseNo, "obtainConsent").taskId();
    }

    private String householdMember(String caseNo) {
        var supportCase = cases.require(caseNo);
        surroundings.addHousehold(supportCase, new HouseholdMember("", "架空 太郎", "夫", null, true, null));
        return surroundings.household(supportCase).get(0).memberId();
    }

    private String agency(String caseNo) {
        var supportCase = cases.require(caseNo);
        surroundings.addAgency(supportCase, new SupportAgency("", "架空医院", null, null, null));
        return surroundings.agencies(supportCase).get(0).agencyId();
    }

    private String document(String caseNo) {
        var soudan = people.find("soudan").orElseThrow();
        return documents
                .store(cases.require(caseNo), "覚え書き.txt", "架空".getBytes(StandardCharsets.UTF_8), "story", soudan)
                .documentId();
    }

    private String ledger() {
        var chief = people.find("shunin").orElseThrow();
        var book = "受付番号,受付日,氏名,生年月日\n巡-1,2025-04-01,,1980-01-01\n".getBytes(StandardCharsets.UTF_8);
        return ledgers.upload("巡回.csv", book, LocalDate.of(2025, 4, 1), "midorino-main", chief);
    }

    private String reassignment() {
        var chief = people.find("shunin").orElseThrow();
        return reassignments.carryOut(
                Map.of(openTaskOf(town.as("uketsuke").receives(Town.stranger())), "soudan"), chief);
    }

    /** What a move that is over has left in the tables. */
    private String move() {
        var id = UUID.randomUUID().toString();
        jdbc.update(
                "INSERT INTO studio_move (move_id, municipality_id, process_key, process_name, source_definition,"
                        + " target_definition, source_version, target_version, mapping, wave_size, status, created_by, created_at)"
                        + " VALUES (?, 'midorino', 'meguri', '巡回', 'meguri:1', 'meguri:2', 1, 2, '{}', 10, 'done', ?, ?)",
                id,
                HOME,
                LocalDateTime.now(clock));
        return id;
    }

    private String boardView() {
        var coordinator = people.find("coord").orElseThrow();
        boards.save(coordinator, "巡回", "/oversight");
        return boards.of(coordinator).get(0).id();
    }

    private String absence() {
        var day = town.today().plusYears(1);
        var deputy = Map.of("office", "midorino-main", "role", "consultant", "username", "soudan");
        return town.as(HOME)
                .post(
                        "/absences",
                        Map.of(
                                "kind",
                                "leave",
                                "firstDay",
                                day.toString(),
                                "lastDay",
                                day.toString(),
                                "deputies",
                                List.of(deputy)))
                .ok()
                .path("absenceId")
                .asText();
    }

    /** A draft that hands this one case over; it is called off in the end. */
    private String handover(String caseNo) {
        join(LEAVING, "midorino");
        admin.grantRole(LEAVING, "midorino-main", "consultant");
        ownerBefore = cases.require(caseNo).owner();
        cases.setOwner(caseNo, LEAVING);
        var wanted = new NewHandover(
                "midorino-main", LEAVING, town.today(), 10, SharingRule.ONE, List.of("soudan"), Map.of());
        var draft = handovers.draft(wanted, people.find("shunin").orElseThrow());
        assertThat(handovers.items(draft)).extracting(HandoverItem::caseNo).containsExactly(caseNo);
        return draft.handoverId();
    }

    private String view() {
        var soudan = people.find("soudan").orElseThrow();
        views.save(soudan, "巡回", Map.of("view", "team"));
        return views.of(soudan).get(0).id();
    }
}
