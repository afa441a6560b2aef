package jp.banso.notice.internal;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server in its own process, which can be switched off and on. */
final class MailHouse implements AutoCloseable {

    private final int smtp = freePort();
    private final int imap = freePort();
    private Process process;

    /** A mail as it came over the wire. */
    record Mail(String subject, String rawSubject, String text, String raw) {}

    void opens() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        jars(),
                        MailServer.class.getName(),
                        Integer.toString(smtp),
                        Integer.toString(imap))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = process.inputReader();
        for (var line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the mail server did not start");
            }
        }
    }

    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtp);
        return sender;
    }

    /** What lies in somebody's box. */
    List<Mail> of(String address) throws MessagingException, IOException {
        var properties = new Properties();
        properties.put("mail.imap.port", Integer.toString(imap));
        List<Mail> mails = new ArrayList<>();
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    var raw = new ByteArrayOutputStream();
                    message.writeTo(raw);
                    mails.add(new Mail(
                            message.getSubject(),
                            message.getHeader("Subject")[0],
                            (String) message.getContent(),
                            raw.toString(StandardCharsets.UTF_8)));
                }
            }
        }
        return mails;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** As surefire keeps the class path in a jar of its own, the jars are looked up in it. */
    private static String jars() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(java.io.File.pathSeparator))
                .filter(each -> each.contains("test-classes")
                        || each.contains("greenmail")
                        || each.contains("mail")
                        || each.contains("activation")
                        || each.contains("slf4j"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
