package jp.banso.ledger.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.banso.calendar.JapaneseDate;
import jp.banso.calendar.JapaneseDate.NotADate;
import jp.banso.calendar.JapaneseDate.Parsed;
import jp.banso.ledger.LedgerImport;
import jp.banso.ledger.LedgerImports;
import jp.banso.ledger.LedgerRefused;
import jp.banso.people.Member;
import jp.banso.people.Office;
import jp.banso.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * {@code bin/import-ledger}: brings the file that {@code banso.ledger.file} names in and ends the program. Exit code 0:
 * done, with or without refused rows; 1: stopped on the way, the same command goes on; 2: the file, the day, the office
 * or the user will not do, and nothing came in.
 */
@Component
@ConditionalOnProperty("banso.ledger.file")
@Order(Ordered.LOWEST_PRECEDENCE)
class LedgerCommand implements ApplicationRunner {

    private static final int DONE = 0;
    private static final int STOPPED = 1;
    private static final int REFUSED = 2;

    private final LedgerImports imports;
    private final People people;
    private final ConfigurableApplicationContext context;
    private final Path file;
    private final String asOf;
    private final @Nullable String office;
    private final String user;

    LedgerCommand(
            LedgerImports imports,
            People people,
            ConfigurableApplicationContext context,
            @Value("${banso.ledger.file}") Path file,
            @Value("${banso.ledger.as-of}") String asOf,
            @Value("${banso.ledger.office:#{null}}") @Nullable String office,
            @Value("${banso.ledger.user:jimu}") String user) {
        this.imports = imports;
        this.people = people;
        this.context = context;
        this.file = file;
        this.asOf = asOf;
        this.office = office;
        this.user = user;
    }

    @Override
    public void run(ApplicationArguments args) throws Exception {
        var code = bringIn(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** @return the exit code */
    int bringIn(PrintStream out) throws IOException, InterruptedException {
        try {
            return bringInto(out);
        } catch (LedgerRefused refused) {
            out.println("取り込めません: " + refused.getMessage());
            return REFUSED;
        }
    }

    private int bringInto(PrintStream out) throws IOException, InterruptedException {
        var by = people.find(user)
                .orElseThrow(
                        () -> new LedgerRefused("利用者「%s」がいません。--user で、主任相談支援員か事務局の利用者名を書いてください。".formatted(user)));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(by, null, List.of()));
        var importId = imports.upload(
                file.getFileName().toString(),
                Files.readAllBytes(file),
                day(),
                officeOf(by).officeId(),
                by);
        tell(require(importId, by), out);
        var work = imports.start(importId, by);
        while (!over(work)) {
            var now = require(importId, by);
            out.printf("  %,d / %,d 件%n", now.count("done"), now.wanted());
        }
        var after = require(importId, by);
        out.printf(
                "取り込んだ: %,d件　もう取り込んであった: %,d件　取り込めなかった: %,d件%n",
                after.count("done"), after.count("known"), after.count("refused"));
        if (after.count("refused") > 0) {
            var list = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-直す行.csv");
            Files.write(list, imports.refusedFile(importId, by));
            out.println("取り込めなかった行と理由: " + list.toAbsolutePath());
        }
        return after.is("done") ? DONE : STOPPED;
    }

    private static void tell(LedgerImport file, PrintStream out) {
        out.printf(
                "%s（%s）: 行 %,d、空の行 %,d、取り込む行 %,d、取り込めない行 %,d%n",
                file.fileName(),
                file.encoding(),
                file.total(),
                file.blankRows(),
                file.count("ready"),
                file.count("refused"));
        file.outlook().notices().forEach(notice -> out.println("注意: " + notice));
    }

    private LocalDate day() {
        var read = JapaneseDate.parse(asOf);
        if (read instanceof Parsed parsed) {
            return parsed.date();
        }
        throw new LedgerRefused("--as-of: " + ((NotADate) read).message());
    }

    private Office officeOf(Member by) {
        var mine = imports.offices(by);
        if (mine.isEmpty()) {
            throw new LedgerRefused("利用者「%s」は、主任相談支援員でも事務局でもありません。--user で選んでください。".formatted(user));
        }
        if (office == null && mine.size() == 1) {
            return mine.get(0);
        }
        return mine.stream()
                .filter(each -> each.officeId().equals(office))
                .findFirst()
                .orElseThrow(() -> {
                    var ids = mine.stream().map(Office::officeId).collect(Collectors.joining("、"));
                    return new LedgerRefused("--office で、%s のどれかを書いてください。".formatted(ids));
                });
    }

    private LedgerImport require(String importId, Member by) {
        return imports.find(importId, by).orElseThrow();
    }

    private static boolean over(CompletableFuture<Void> work) throws InterruptedException {
        try {
            work.get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        }
    }
}
