package jp.banso.meeting;

/** Somebody else has saved a decision about this case since the page was drawn. */
public class ItemTaken extends RuntimeException {

    private final transient AgendaItem saved;
    private final transient AgendaItem unsaved;

    public ItemTaken(AgendaItem saved, AgendaItem unsaved) {
        super("saved meanwhile by " + saved.savedBy());
        this.saved = saved;
        this.unsaved = unsaved;
    }

    /** What stands there now, who saved it and when. */
    public AgendaItem saved() {
        return saved;
    }

    /** What was about to be saved, with the stamp of what stands there now. */
    public AgendaItem unsaved() {
        return unsaved;
    }
}
