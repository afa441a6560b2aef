package jp.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads is Japanese, and templates hold nothing that the content security policy refuses. */
class TextsTest {

    /** Examples of what a person types, and words that stand in Latin letters in Japanese texts, too. */
    private static final Set<String> LATIN = Set.of("R08-00412", "R8.12.4", "E-mail", "CSV", "PDF");

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    /** A tag, which may hold angle brackets in its attributes, and the text behind it. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!](?:[^\"'>]|\"[^\"]*\"|'[^']*')*>([^<]*)");

    /** Keys, user names, and what Thymeleaf replaces. */
    private static final Pattern NOT_PROSE = Pattern.compile("^<(kbd|code)\\b|\\sth:u?text=|^<th scope=\"row\"");

    private static final Pattern SPOKEN = Pattern.compile("\\s(?:title|aria-label|placeholder|alt|label)=\"([^\"]+)\"");
    private static final Pattern INLINE =
            Pattern.compile("(?i)(\\sstyle=|\\sth:style=|\\son[a-z]+=|\\sth:on[a-z]+=|\\shx-on|"
                    + "javascript:|<style|th:inline=|th:utext|<script(?![^>]*\\ssrc=|[^>]*\\sth:src=))");

    private final List<Path> templates = Sources.below("src/main/resources/templates", ".html");

    @Test
    void everyVisibleTextOfATemplateIsJapanese() {
        var foreign = new ArrayList<String>();
        for (var file : templates) {
            var html = body(file);
            var prose = TAG.matcher(html)
                    .results()
                    .filter(match -> !NOT_PROSE.matcher(match.group()).find())
                    .map(match -> match.group(1));
            var spoken = SPOKEN.matcher(html).results().map(match -> match.group(1));
            Stream.concat(prose, spoken)
                    .map(String::strip)
                    .filter(text -> !readable(text))
                    .forEach(text -> foreign.add(file + ": " + text));
        }
        assertThat(templates).isNotEmpty();
        assertThat(foreign).isEmpty();
    }

    @Test
    void noTemplateHoldsAStyleOrAScript() {
        var inline = new ArrayList<String>();
        for (var file : templates) {
            INLINE.matcher(body(file))
                    .results()
                    .forEach(match -> inline.add(file + ": " + match.group().strip()));
        }
        assertThat(inline).isEmpty();
    }

    @Test
    void everyMessageIsJapanese() {
        var foreign = Sources.read(Path.of("src/main/resources/messages.properties"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                .filter(line -> !readable(line.substring(line.indexOf('=') + 1).strip()));
        assertThat(foreign).isEmpty();
    }

    @Test
    void noMapperPutsTextIntoItsSql() {
        var files = Sources.below("src/main/resources/jp/banso", "Mapper.xml");
        assertThat(files).isNotEmpty();
        assertThat(files.stream().filter(file -> Sources.read(file).contains("${")))
                .isEmpty();
    }

    private static boolean readable(String text) {
        return !LETTERS.matcher(text).find() || JAPANESE.matcher(text).find() || LATIN.contains(text);
    }

    /** A template without its comments and without what Thymeleaf fills in. */
    private static String body(Path file) {
        return Sources.read(file)
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)\\[\\[.*?]]|\\[\\(.*?\\)]", "")
                .replaceAll("&[a-z]+;|&#[0-9]+;", "");
    }
}
