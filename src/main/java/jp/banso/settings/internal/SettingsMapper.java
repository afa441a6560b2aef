package jp.banso.settings.internal;

import java.util.List;
import java.util.Optional;
import jp.banso.settings.SettingsVersion;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Versions of files of settings. */
@Mapper
public interface SettingsMapper {

    /** The newest version of each file: those of a municipality and the shared ones. */
    List<SettingsVersion> newest(@Param("municipalityId") String municipalityId);

    /** Every version of a file that the municipality uses or used, its own ones first, newest first. */
    List<SettingsVersion> versions(@Param("municipalityId") String municipalityId, @Param("name") String name);

    Optional<SettingsVersion> version(@Param("versionId") String versionId);

    @Nullable
    Integer lastNumber(@Param("municipalityId") String municipalityId, @Param("name") String name);

    void insert(@Param("v") SettingsVersion version);
}
