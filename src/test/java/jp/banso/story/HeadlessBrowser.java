package jp.banso.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one Chromium of this JVM: the system's own, driven by the packages under {@code src/test/frontend}. */
final class HeadlessBrowser {

    /** What a desk in an office shows, and what a phone on the way shows. */
    enum Screen {
        DESK(1366, 768),
        PHONE(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final double PATIENCE = 20_000;
    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static HeadlessBrowser running;

    private final Browser browser;

    private HeadlessBrowser() {
        Path driver = Path.of(System.getProperty("playwright.cli.dir", "target/playwright"))
                .toAbsolutePath();
        if (!Files.isExecutable(driver.resolve("node")) || !Files.exists(driver.resolve("package/cli.js"))) {
            throw new IllegalStateException(
                    "The browser's driver is not installed. Run: node src/test/frontend/install.mjs " + driver);
        }
        System.setProperty("playwright.cli.dir", driver.toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        driver.resolve("node").toString())));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(SWITCHES));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** A browser as someone finds it who has never been here. */
    static synchronized BrowserContext fresh(String address, Screen screen) {
        if (running == null) {
            running = new HeadlessBrowser();
        }
        BrowserContext context = running.browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(screen.width, screen.height));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    private static Path chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("BANSO_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The browser stories need Chromium. Debian: apt-get install chromium fonts-noto-cjk; elsewhere set BANSO_CHROMIUM to its path."));
    }
}
