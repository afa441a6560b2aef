package jp.banso.console.engine;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question to the engine whose body has been read once already, and that asks for no more rows than the engine gives. */
final class ReadAgain extends HttpServletRequestWrapper {

    private static final int MOST_ROWS = 1000;
    private static final Pattern ROWS = Pattern.compile("(^|&)maxResults=(\\d+)");

    private final byte[] body;

    ReadAgain(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** The engine refuses questions without a limit, and some pages of Cockpit set none. */
    @Override
    public String getQueryString() {
        String query = super.getQueryString() == null ? "" : super.getQueryString();
        Matcher rows = ROWS.matcher(query);
        if (!rows.find()) {
            return query + (query.isEmpty() ? "" : "&") + "maxResults=" + MOST_ROWS;
        }
        boolean few = rows.group(2).length() <= 4 && Integer.parseInt(rows.group(2)) <= MOST_ROWS;
        return few ? query : rows.replaceAll("$1maxResults=" + MOST_ROWS);
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("read at once");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
