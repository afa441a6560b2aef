package jp.banso.processengine.internal;

import jp.banso.processengine.GuardViolation;
import org.camunda.bpm.engine.ArtifactFactory;

/** Refuses to make an object of a class that a model names. */
class NoArtifactFactory implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new GuardViolation("クラス %s は呼び出せません。".formatted(type.getName()));
    }
}
