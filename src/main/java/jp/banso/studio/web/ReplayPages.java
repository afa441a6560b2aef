package jp.banso.studio.web;

import jp.banso.people.Member;
import jp.banso.studio.DraftReplay;
import jp.banso.studio.ModelDrafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the decision tables of a draft would have said to last year's cases. */
@Controller
class ReplayPages {

    private final ModelDrafts drafts;
    private final DraftReplay replay;

    ReplayPages(ModelDrafts drafts, DraftReplay replay) {
        this.drafts = drafts;
        this.replay = replay;
    }

    @GetMapping("/studio/drafts/{draftId}/replay")
    String show(@PathVariable String draftId, Member member, Model model) {
        model.addAttribute("draft", drafts.find(draftId, member));
        model.addAttribute("tables", replay.lastYear(draftId, member));
        return "studio/replay";
    }
}
