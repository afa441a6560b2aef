package jp.banso.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jp.banso.BansoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.ModelAndView;

/** What the error page makes of failures, without a server in between. */
@BansoTest
class DatabaseAwayTest {

    @Autowired
    ErrorController pages;

    @Test
    void anUnreachableDatabaseIsASensiblePauseNotACrash() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ModelAndView page =
                answer(response, "/cases", new IllegalStateException(new DataAccessResourceFailureException("gone")));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(page.getModel().get("incident")).isNull();
    }

    @Test
    void theApiHearsItAsJson() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        answer(response, "/api/v1/cases", new DataAccessResourceFailureException("gone"));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).startsWith("{\"errors\":[{").doesNotContain("gone");
    }

    @Test
    void aLostRaceIsAConflict() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        answer(response, "/cases", new CannotAcquireLockException("busy"));
        assertThat(response.getStatus()).isEqualTo(409);
    }

    @Test
    void ourOwnMistakesHaveANumberAndNoDetail() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        answer(response, "/api/v1/cases", new IllegalStateException("secret"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("\"incident\"").doesNotContain("secret");
    }

    private ModelAndView answer(MockHttpServletResponse response, String path, Throwable cause) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, cause);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        return ReflectionTestUtils.invokeMethod(pages, "error", request, response);
    }
}
