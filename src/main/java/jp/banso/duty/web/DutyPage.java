package jp.banso.duty.web;

import jp.banso.audit.Audit;
import jp.banso.notice.MailTroubles;
import jp.banso.processengine.FailedJobs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The duty screen: failed timers and jobs, with a way to try them again. */
@Controller
class DutyPage {

    private final FailedJobs jobs;
    private final MailTroubles mails;
    private final Audit audit;

    DutyPage(FailedJobs jobs, MailTroubles mails, Audit audit) {
        this.mails = mails;
        this.jobs = jobs;
        this.audit = audit;
    }

    @GetMapping("/duty")
    String show(Model model) {
        model.addAttribute("jobs", jobs.all());
        model.addAttribute("mails", mails.recent());
        return "duty/list";
    }

    @PostMapping("/duty/jobs/{jobId}/retry")
    String retry(@PathVariable String jobId, RedirectAttributes flash) {
        boolean again = jobs.retry(jobId);
        if (again) {
            audit.changed(null, "job.retry", jobId);
        }
        flash.addFlashAttribute("message", again ? "もう一度試します。数秒してから、この画面を開きなおしてください。" : "もう残っていません。済んだか、取り消されました。");
        return "redirect:/duty";
    }
}
