package jp.banso.studio.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.banso.processengine.ModelNames;
import jp.banso.studio.DraftFile;

/**
 * What of a draft becomes a new version: a process when it, one of its forms or one of its scenarios changed, a decision or
 * settings when they changed.
 */
public final class Publishable {

    private Publishable() {}

    public static List<DraftFile> of(List<DraftFile> files) {
        Set<DraftFile> chosen = new LinkedHashSet<>();
        for (DraftFile file : files) {
            if ((file.kind().equals("dmn") || file.kind().equals("settings")) && file.isChanged()) {
                chosen.add(file);
            }
            if (file.kind().equals("bpmn")) {
                List<DraftFile> besides = new ArrayList<>(forms(file, files));
                besides.addAll(scenarios(file, files));
                if (file.isChanged() || besides.stream().anyMatch(DraftFile::isChanged)) {
                    chosen.add(file);
                    chosen.addAll(besides);
                }
            }
        }
        return new ArrayList<>(chosen);
    }

    private static List<DraftFile> scenarios(DraftFile process, List<DraftFile> files) {
        String folder = process.name().substring(0, process.name().lastIndexOf('/') + 1);
        return files.stream()
                .filter(file -> file.kind().equals("scenario") && file.name().startsWith(folder))
                .toList();
    }

    private static List<DraftFile> forms(DraftFile process, List<DraftFile> files) {
        List<String> ids = ModelNames.forms(process.model());
        return files.stream()
                .filter(file -> file.kind().equals("form"))
                .filter(file -> ids.contains(file.shortName().replace(".form", "")))
                .toList();
    }
}
