package jp.banso.processengine.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.banso.processengine.ModelFile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** The models that come with the product, named relative to the class path root. */
public final class ShippedModels {

    private static final List<String> PATTERNS = List.of(
            "classpath*:processes/**/*.bpmn",
            "classpath*:processes/**/*.dmn",
            "classpath*:processes/**/*.scenario",
            "classpath*:forms/**/*.form",
            "classpath*:settings/**/*.settings");

    private ShippedModels() {}

    public static List<ModelFile> read() {
        var files = new ArrayList<ModelFile>();
        try {
            for (var pattern : PATTERNS) {
                var folder = pattern.substring(pattern.indexOf(':') + 1, pattern.indexOf('/') + 1);
                for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    var url = UriUtils.decode(resource.getURL().getPath(), StandardCharsets.UTF_8);
                    var name = url.substring(url.lastIndexOf("/" + folder) + 1);
                    files.add(new ModelFile(name, resource.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(ModelFile::name));
        return files;
    }
}
