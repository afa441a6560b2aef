package jp.banso.people.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import jp.banso.people.web.security.ApiAnswers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One calm page, or one JSON answer, for everything that did not work. Needs neither database nor session. */
@Controller
class ErrorPages implements ErrorController {

    private record Words(String title, String what, String next) {}

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String RETRY_SECONDS = "30";
    private static final Map<Integer, Words> WORDS = Map.of(
            400, new Words("この内容は受け取れませんでした", "書き方に、読み取れないところがありました。何も変わっていません。", "前の画面に戻って、もう一度試してください。"),
            403, new Words("この画面は古くなっています", "開いてから時間がたったか、サインインし直したようです。何も変わっていません。", "前の画面に戻り、開き直してから、もう一度押してください。"),
            404, new Words("この画面はありません", "アドレスがちがうか、見られる人が決まっている画面です。", "一覧から探してください。"),
            409, new Words("ほかの人が先に変えました", "同じところを、少し前にほかの人が変えました。あなたの変更は、まだ保存していません。", "前の画面に戻り、開き直して、ちがいを確かめてください。"),
            500,
                    new Words(
                            "うまく動きませんでした",
                            "こちらの不具合です。途中の変更は保存していません。前に保存した内容は残っています。",
                            "もう一度試して、だめなときは、下の番号を業務管理担当に伝えてください。"),
            503, new Words("いま、記録の保管場所につながりません", "保存済みの内容は失われていません。途中の変更は保存していません。", "30秒ほど待って、もう一度試してください。"));

    private final ApiAnswers answers;

    ErrorPages(ApiAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status = status((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), cause);
        String incident = null;
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            incident = incident();
            LOG.error("incident {}{}", incident, Traces.of(cause));
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        Words words = WORDS.getOrDefault(status, status < 500 ? WORDS.get(400) : WORDS.get(500));
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (ApiAnswers.isApi(request, path)) {
            answers.write(response, status, words.title() + "。" + words.next(), incident);
            return null;
        }
        response.setStatus(status);
        ModelAndView page = new ModelAndView("error/page");
        page.addObject("words", words);
        page.addObject("wrong", status >= 500);
        page.addObject("incident", incident);
        return page;
    }

    private static int status(@Nullable Integer declared, @Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (isDatabaseAway(t)) {
                return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            }
            if (t instanceof ConcurrencyFailureException) {
                return HttpServletResponse.SC_CONFLICT;
            }
        }
        int status = declared == null ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : declared;
        return status == HttpServletResponse.SC_METHOD_NOT_ALLOWED ? HttpServletResponse.SC_NOT_FOUND : status;
    }

    private static boolean isDatabaseAway(Throwable t) {
        return t instanceof CannotCreateTransactionException
                || t instanceof DataAccessResourceFailureException
                || t instanceof SQLTransientConnectionException
                || t instanceof SQLNonTransientConnectionException
                || t instanceof SQLRecoverableException;
    }

    private static String incident() {
        String id = String.valueOf(MDC.get("requestId"));
        return id.length() > 8 ? id.substring(0, 8) : id;
    }
}
