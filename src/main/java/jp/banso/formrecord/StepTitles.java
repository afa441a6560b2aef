package jp.banso.formrecord;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a step is called once it is done ("初回面接" rather than "初回面接をする"). */
@Component
public class StepTitles {

    private final MessageSource messages;

    StepTitles(MessageSource messages) {
        this.messages = messages;
    }

    /** The title from the messages file, else the step's name in the model. */
    public String done(String step, String name) {
        String title = messages.getMessage("step.done." + step, null, name, Locale.JAPAN);
        return title == null ? name : title;
    }
}
