package jp.banso.oversight.web;

import jp.banso.oversight.SavedBoards;
import jp.banso.people.Member;
import jp.banso.worklist.CannotTake;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets views of the board. */
@Controller
class SavedBoardPages {

    private final SavedBoards saved;

    SavedBoardPages(SavedBoards saved) {
        this.saved = saved;
    }

    @PostMapping("/oversight/views")
    String save(@RequestParam String name, @RequestParam String address, Member member, RedirectAttributes flash) {
        try {
            saved.save(member, name, address);
            flash.addFlashAttribute("saved", "表示を保存しました");
        } catch (CannotTake refused) {
            flash.addFlashAttribute("viewRefused", refused.getMessage());
            flash.addFlashAttribute("typedName", name);
        }
        return "redirect:" + (address.matches("/oversight(\\?[A-Za-z0-9=&%._-]*)?") ? address : "/oversight");
    }

    @PostMapping("/oversight/views/{viewId}/delete")
    String delete(@PathVariable String viewId, Member member, RedirectAttributes flash) {
        saved.delete(member, viewId);
        flash.addFlashAttribute("saved", "保存した表示を消しました");
        return "redirect:/oversight";
    }
}
