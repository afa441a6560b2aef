package jp.banso.worklist;

/** The member may see the step but has not the role to do it. */
public class NotMyRole extends CannotTake {

    public NotMyRole() {
        super("この手順を担当する役割ではありません。");
    }
}
