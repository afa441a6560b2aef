package jp.banso.people;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import jp.banso.people.internal.Directory;
import jp.banso.people.internal.Passwords;
import jp.banso.people.internal.PeopleMapper;
import jp.banso.people.internal.RealTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up municipalities, offices, users and roles. Checks what must hold in the data, not what a form asks for. */
@Component
@Transactional
public class PeopleAdmin {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");

    private final PeopleMapper mapper;
    private final Passwords passwords;
    private final RealTime time;
    private final Directory directory;

    PeopleAdmin(PeopleMapper mapper, Passwords passwords, RealTime time, Directory directory) {
        this.mapper = mapper;
        this.passwords = passwords;
        this.time = time;
        this.directory = directory;
    }

    public void createMunicipality(String municipalityId, String name) {
        mapper.insertMunicipality(municipalityId, name);
    }

    /** @param kind {@code municipal}, {@code hellowork} or {@code contractor} */
    public void createOffice(String officeId, String municipalityId, String name, String kind) {
        mapper.insertOffice(officeId, municipalityId, name, kind);
    }

    /** Creates an active user whose password is not checked for strength. */
    public void createUser(String username, String displayName, String municipalityId, String password) {
        create(username, displayName, municipalityId, password, false);
    }

    /** Creates an active user who must choose a new password at the first sign-in. */
    public void createUserWithInitialPassword(
            String username, String displayName, String municipalityId, String password) {
        create(username, displayName, municipalityId, password, true);
    }

    /** Gives a role; giving it again changes nothing. */
    public void grantRole(String username, String officeId, String role) {
        Office office = mapper.office(officeId);
        if (office == null
                || !directory.roles(office.municipalityId()).knows(role)
                || !Roles.officeKind(role).equals(office.kind())) {
            throw new IllegalArgumentException("role " + role + " does not fit office " + officeId);
        }
        if (!office.municipalityId().equals(mapper.municipalityOf(username))) {
            throw new IllegalArgumentException("office " + officeId + " belongs to another municipality");
        }
        if (mapper.countRole(username, officeId, role) == 0) {
            mapper.insertRole(username, officeId, role);
            directory.forget();
        }
    }

    public void removeRole(String username, String officeId, String role) {
        mapper.deleteRole(username, officeId, role);
        directory.forget();
    }

    /** A user who is not active can do nothing from the next request on. */
    public void setActive(String username, boolean active) {
        mapper.setActive(username, active);
        directory.forget();
    }

    /** Sets a password; {@code mustChange} asks for a new one at the next sign-in. */
    public void setPassword(String username, String password, boolean mustChange) {
        mapper.setPassword(username, passwords.hash(password), mustChange);
        directory.forget();
    }

    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    private void create(String username, String displayName, String municipalityId, String password, boolean change) {
        if (!isUsername(username)) {
            throw new IllegalArgumentException("not a user name");
        }
        LocalDateTime now = time.now().truncatedTo(ChronoUnit.MILLIS);
        mapper.insertUser(username, displayName, municipalityId, passwords.hash(password), change, now);
        directory.forget();
    }
}
