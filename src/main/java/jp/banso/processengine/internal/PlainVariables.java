package jp.banso.processengine.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.DoubleValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.NullUnmarked;

/**
 * The only value types the engine can store. Files, bytes and Java objects have no serializer, so setting one fails
 * wherever it is tried; a date is checked here because a {@code Date} object reaches a timer past the calendars.
 */
@NullUnmarked
class PlainVariables extends DefaultVariableSerializers {

    private static final long serialVersionUID = 1L;

    PlainVariables() {
        addSerializer(new NullValueSerializer());
        addSerializer(new StringValueSerializer());
        addSerializer(new BooleanValueSerializer());
        addSerializer(new IntegerValueSerializer());
        addSerializer(new LongValueSerlializer());
        addSerializer(new DoubleValueSerializer());
        addSerializer(new LimitedDates());
        addSerializer(new RowsAndLists());
    }

    private static class LimitedDates extends DateValueSerializer {

        @Override
        protected boolean canWriteValue(TypedValue value) {
            if (value != null && value.getValue() instanceof Date date) {
                TimerLimits.checkDate(date);
            }
            return super.canWriteValue(value);
        }
    }

    /**
     * One row of a decision (mapDecisionResult="singleResult") or a short list of ids to repeat a step over, kept as
     * JSON; the engine's own result object lives only until the next step.
     */
    private static class RowsAndLists extends AbstractObjectValueSerializer {

        private static final int MAX_LIST = 50;
        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .build();

        RowsAndLists() {
            super("application/json");
        }

        @Override
        public String getName() {
            return "plain-json";
        }

        @Override
        protected boolean canSerializeValue(Object value) {
            return value instanceof DmnDecisionResult
                    || value instanceof List<?> list
                            && list.size() <= MAX_LIST
                            && list.stream().allMatch(String.class::isInstance)
                    || value instanceof Map<?, ?> row
                            && row.values().stream().allMatch(v -> Facts.isPlain(v) && !(v instanceof Date));
        }

        @Override
        protected String getTypeNameForDeserialized(Object value) {
            return "plain-json";
        }

        @Override
        protected byte[] serializeToByteArray(Object value) throws Exception {
            return JSON.writeValueAsBytes(value instanceof DmnDecisionResult ? Map.of() : value);
        }

        @Override
        protected Object deserializeFromByteArray(byte[] bytes, String typeName) throws Exception {
            return JSON.readValue(bytes, Object.class);
        }

        @Override
        protected boolean isSerializationTextBased() {
            return true;
        }
    }
}
