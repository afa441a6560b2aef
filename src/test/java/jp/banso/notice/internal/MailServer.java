package jp.banso.notice.internal;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;

/** A mail server as a program of its own: says its ports, takes what comes, and ends with its standard input. */
public final class MailServer {

    private MailServer() {}

    public static void main(String[] arguments) throws IOException {
        int smtp = Integer.parseInt(arguments[0]);
        int imap = Integer.parseInt(arguments[1]);
        var server = new GreenMail(new ServerSetup[] {
                    new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
        server.stop();
    }
}
