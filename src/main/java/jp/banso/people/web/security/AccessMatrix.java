package jp.banso.people.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.banso.people.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call what, as data: the rows of all {@code access/*.csv}. What has no row is for nobody. */
@Component
public class AccessMatrix {

    /** Request attribute: the row under which the request was let in. */
    public static final String ROW = Row.class.getName();

    /** One row; the pattern is exactly that of the handler. */
    public record Row(String method, PathPattern pattern, Who who, Reach reach, String source) {

        /** The member as this row knows him: with the offices in which he has one of its roles. */
        public Member caller(Member member) {
            return reach.endsAtOffices() ? who.narrowed(member) : member;
        }

        boolean answers(String requestMethod) {
            String wanted = requestMethod.equals("HEAD") ? "GET" : requestMethod;
            return method.equals("ANY") || method.equals(wanted);
        }

        @Override
        public String toString() {
            return method + " " + pattern.getPatternString();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    public AccessMatrix() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:access/*.csv");
        for (Resource file : files) {
            String name = String.valueOf(file.getFilename());
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> rows.add(row(line, name)));
        }
        rows.sort(Comparator.comparing(Row::pattern));
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The row of the most specific pattern for this call. */
    Optional<Row> find(String method, PathContainer path) {
        return rows.stream()
                .filter(row -> row.answers(method) && row.pattern().matches(path))
                .findFirst();
    }

    /** Whether a member may open a page; for menus and links. */
    public boolean permits(@Nullable Member member, String method, String path) {
        return find(method, PathContainer.parsePath(path))
                .map(row -> row.who().permits(member))
                .orElse(false);
    }

    private static Row row(String line, String source) {
        String[] cells = line.split(",", 4);
        if (cells.length != 4) {
            throw new IllegalStateException(source + ": not METHOD,pattern,who,where: " + line);
        }
        PathPattern pattern = PathPatternParser.defaultInstance.parse(cells[1].strip());
        return new Row(cells[0].strip(), pattern, Who.parse(cells[2]), Reach.parse(cells[3].strip()), source);
    }
}
