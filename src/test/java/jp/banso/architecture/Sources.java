package jp.banso.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files of the source tree, as the tests about text and documents read them. */
final class Sources {

    private Sources() {}

    /** All files below a folder whose name ends so, in a fixed order. */
    static List<Path> below(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of every match, without repetition. */
    static TreeSet<String> found(String pattern, String text) {
        var all = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> all.add(match.group(1)));
        return all;
    }

    /** Everything that stands in backquotes. */
    static TreeSet<String> quoted(String markdown) {
        return found("`([^`\n]+)`", markdown);
    }
}
