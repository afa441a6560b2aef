package jp.banso.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;

/** A process administrator at the editors of a draft. */
final class StudioDesk {

    private static final Pattern SAVED = Pattern.compile("\\d+:\\d\\d に保存しました");

    private final Page page;
    private String draft = "";

    StudioDesk(Page page) {
        this.page = page;
    }

    /** @param models as {@code process:key} or {@code decision:key} */
    StudioDesk starts(String title, String... models) {
        page.navigate("/studio/drafts/new");
        page.locator("#title").fill(title);
        List.of(models)
                .forEach(model -> page.locator("input[value='" + model + "']").check());
        button("下書きを始める").click();
        page.waitForURL(Pattern.compile(".*/studio/drafts/[0-9a-f-]{36}"));
        draft = page.url().replaceAll(".*(/studio/drafts/[0-9a-f-]{36}).*", "$1");
        return this;
    }

    String draft() {
        return draft;
    }

    /** @param shortName of the file */
    StudioDesk opens(String shortName) {
        page.navigate(draft);
        page.locator("tr[data-file='" + shortName + "'] th a").click();
        return isOpen();
    }

    StudioDesk reloads() {
        page.reload();
        return isOpen();
    }

    Page page() {
        return page;
    }

    StudioDesk isOpen() {
        assertThat(page.locator("[data-editor]")).hasAttribute("data-ready", "yes");
        return this;
    }

    /** Chooses a step in the text beside the drawing, which selects it in the drawing. */
    StudioDesk chooses(String step) {
        page.locator("[data-outline-rows]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(step).setExact(true))
                .click();
        return this;
    }

    StudioDesk writes(String label, String text) {
        field(label).fill(text);
        field(label).blur();
        return this;
    }

    StudioDesk picks(String label, String words) {
        field(label).selectOption(new SelectOption().setLabel(words));
        return this;
    }

    Locator field(String label) {
        return page.locator("[data-panel], [data-canvas]")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** After the selected step: a building block from the menu. */
    StudioDesk adds(String block) {
        button("手順を足す").click();
        page.locator(".djs-popup")
                .getByText(block, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return this;
    }

    /** What the editor shows of a line that leads on from the selected box. */
    StudioDesk choosesTheLineTo(String step) {
        page.locator(".ways")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(step).setExact(true))
                .click();
        return this;
    }

    StudioDesk joins(String step) {
        return picks("ほかの箱へ線をつなぐ", step);
    }

    /** A new step with all that the check asks for, after the selected box. */
    StudioDesk addsStep(String name, String word, String role, String due) {
        adds("人の仕事");
        page.keyboard().press("Escape");
        writes("名前", name).writes("記号", word).picks("役割", role);
        if (!due.isEmpty()) {
            picks("期限", due);
        }
        return writes("説明", "本人の様子を聞いて、書く。");
    }

    StudioDesk makesItsForm() {
        button("新しい様式を作る").click();
        assertThat(page.locator("[data-panel]").getByText("様式を開く")).isVisible();
        return this;
    }

    StudioDesk isWithoutErrors() {
        isSaved();
        assertThat(errors()).hasCount(0);
        return this;
    }

    StudioDesk isSaved() {
        assertThat(page.locator("[data-saved]")).hasText(SAVED);
        return this;
    }

    Locator findings() {
        return page.locator("[data-findings] > li");
    }

    /** What keeps the draft from being published. */
    Locator errors() {
        return page.locator("[data-findings] > li[data-severity='ERROR']");
    }

    Locator outline(String step) {
        return page.locator("[data-outline-rows] tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(step).setExact(true))));
    }
}
