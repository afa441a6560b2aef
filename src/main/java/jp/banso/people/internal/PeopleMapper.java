package jp.banso.people.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import jp.banso.people.Office;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Users, roles, offices and municipalities. */
@Mapper
public interface PeopleMapper {

    List<MemberRow> user(String username);

    List<MemberRow> usersOfMunicipality(String municipalityId);

    List<MemberRow> activeInOffice(@Param("officeId") String officeId, @Param("role") @Nullable String role);

    List<Name> names(@Param("usernames") Collection<String> usernames);

    @Nullable
    Office office(String officeId);

    List<Office> offices(@Param("municipalityId") String municipalityId, @Param("kind") @Nullable String kind);

    List<Office> everyOffice();

    @Nullable
    String passwordHash(String username);

    @Nullable
    String municipalityOf(String username);

    int countMunicipality(String municipalityId);

    int countRole(@Param("username") String username, @Param("officeId") String officeId, @Param("role") String role);

    void insertMunicipality(@Param("municipalityId") String municipalityId, @Param("name") String name);

    void insertOffice(
            @Param("officeId") String officeId,
            @Param("municipalityId") String municipalityId,
            @Param("name") String name,
            @Param("kind") String kind);

    void insertUser(
            @Param("username") String username,
            @Param("displayName") String displayName,
            @Param("municipalityId") String municipalityId,
            @Param("passwordHash") String passwordHash,
            @Param("mustChange") boolean mustChange,
            @Param("createdAt") LocalDateTime createdAt);

    void insertRole(@Param("username") String username, @Param("officeId") String officeId, @Param("role") String role);

    void deleteRole(@Param("username") String username, @Param("officeId") String officeId, @Param("role") String role);

    void setActive(@Param("username") String username, @Param("active") boolean active);

    void setPassword(
            @Param("username") String username,
            @Param("passwordHash") String passwordHash,
            @Param("mustChange") boolean mustChange);

    /** How a user is called. */
    record Name(String username, String displayName) {}
}
