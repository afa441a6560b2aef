package jp.banso.processengine;

import java.util.Arrays;
import java.util.Objects;

/**
 * A model as it was handed in: its relative name ({@code x/y.bpmn}, {@code .dmn}, {@code .form}, {@code .scenario}, {@code
 * .settings}) and its content.
 */
public record ModelFile(String name, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile file && name.equals(file.name) && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "ModelFile[%s, %d bytes]".formatted(name, bytes.length);
    }
}
