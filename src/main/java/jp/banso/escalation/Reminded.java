package jp.banso.escalation;

/** What came of a reminder. */
public sealed interface Reminded {

    /** In Japanese, for the page. */
    String sentence();

    /**
     * Somebody was told.
     *
     * @param name display name of the holder, or of the deputy who covers the step
     * @param beside whom the deputy stands in for, or until when the holder is away; else empty
     */
    record Told(String name, String beside) implements Reminded {

        @Override
        public String sentence() {
            return name + "さん" + beside + "に声をかけました";
        }
    }

    /** One reminder a day from the same person. */
    record ToldToday(String name, String beside) implements Reminded {

        @Override
        public String sentence() {
            return name + "さん" + beside + "には、今日はもう声をかけています。";
        }
    }

    /** Nobody holds the step. */
    record NobodyHolds() implements Reminded {

        @Override
        public String sentence() {
            return "担当がいません。だれが進めるかを決めてください。";
        }
    }

    /** It is the sender's own. */
    record YourOwn() implements Reminded {

        @Override
        public String sentence() {
            return "自分が持っているやることです。";
        }
    }

    /** The note is too long. */
    record TooLong(int most) implements Reminded {

        @Override
        public String sentence() {
            return "ひとことは" + most + "文字までにしてください。";
        }
    }

    /** The step is over, or not there for the member, who must lead an office that sees it. */
    record NotThere() implements Reminded {

        @Override
        public String sentence() {
            return "このやることは、もうありません。";
        }
    }
}
