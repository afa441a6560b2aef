package jp.banso.escalation;

import java.util.List;

/** What came of asking somebody further up for help. */
public sealed interface Escalated {

    /** In Japanese, for the page. */
    String sentence();

    /** @param names display names of those who were told */
    record Raised(Level level, List<String> names) implements Escalated {

        @Override
        public String sentence() {
            return String.join("さん、", names) + "さんに知らせました";
        }
    }

    /** The step is over, or not there for the member, who must lead an office that sees it. */
    record NotThere() implements Escalated {

        @Override
        public String sentence() {
            return "このやることは、もうありません。";
        }
    }

    /** Everybody there is knows. */
    record NobodyLeft() implements Escalated {

        @Override
        public String sentence() {
            return "これより上に知らせる人は、いません。";
        }
    }
}
