package jp.banso.processengine;

import java.util.List;
import java.util.stream.Collectors;

/** Models were not published; the findings say why. */
public class ModelRefused extends RuntimeException {

    private final transient List<Finding> findings;

    public ModelRefused(List<Finding> findings) {
        super(findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .map(Finding::toString)
                .collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
