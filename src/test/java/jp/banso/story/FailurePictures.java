package jp.banso.story;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of every open page of a story that failed, under {@code target/story-failures}. */
final class FailurePictures implements AfterTestExecutionCallback {

    private final Supplier<List<StaffMember>> people;

    FailurePictures(Supplier<List<StaffMember>> people) {
        this.people = people;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        Path folder = Path.of(
                System.getProperty("banso.build", "target"),
                "story-failures",
                test.getRequiredTestMethod().getName());
        people.get().forEach(member -> member.isPicturedIn(folder));
    }
}
