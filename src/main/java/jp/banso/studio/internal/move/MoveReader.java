package jp.banso.studio.internal.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.banso.studio.CaseMove;
import jp.banso.studio.internal.move.MoveMapper.MoveRow;
import org.springframework.stereotype.Component;

/** Moves with their counts. */
@Component
class MoveReader {

    private final MoveMapper mapper;
    private final ObjectMapper json;

    MoveReader(MoveMapper mapper, ObjectMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    Optional<CaseMove> find(String moveId) {
        return mapper.find(moveId).map(this::move);
    }

    CaseMove move(MoveRow row) {
        var counts = new LinkedHashMap<String, Integer>();
        mapper.counts(row.moveId()).forEach(counted -> counts.put(counted.status(), counted.items()));
        return new CaseMove(
                row.moveId(),
                row.municipalityId(),
                row.processKey(),
                row.processName(),
                row.sourceDefinition(),
                row.targetDefinition(),
                row.sourceVersion(),
                row.targetVersion(),
                mapping(row.mapping()),
                row.waveSize(),
                row.status(),
                row.createdBy(),
                row.createdAt(),
                row.finishedAt(),
                counts);
    }

    String text(Map<String, String> mapping) {
        try {
            return json.writeValueAsString(new TreeMap<>(mapping));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> mapping(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
