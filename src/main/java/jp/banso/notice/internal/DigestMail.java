package jp.banso.notice.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.banso.notice.MailNotSent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a mail to the mail server. */
@Component
class DigestMail {

    private static final int LONGEST_REASON = 200;

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;

    DigestMail(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /**
     * @param key names the mail: one that arrives twice after all is known by it
     * @throws MailNotSent when the server did not take it
     */
    void send(String address, String subject, String body, String key) {
        JavaMailSender server = sender.getIfAvailable();
        if (server == null) {
            throw new MailNotSent("spring.mail.host");
        }
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            mail.setFrom(settings.from());
            mail.setTo(address);
            mail.setSubject(subject);
            mail.setText(body);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(
                    "Message-ID", "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@banso>");
            server.send(message);
        } catch (MessagingException | MailException failed) {
            throw new MailNotSent(reason(failed));
        }
    }

    /** The kinds of what went wrong, without the words of it, which may hold the address. */
    private static String reason(Throwable failed) {
        StringBuilder reason = new StringBuilder();
        for (Throwable each = failed; each != null && each.getCause() != each; each = each.getCause()) {
            reason.append(reason.isEmpty() ? "" : " ← ").append(each.getClass().getSimpleName());
        }
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
