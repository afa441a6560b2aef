package jp.banso.processengine.internal;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import jp.banso.processengine.GuardViolation;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Refuses every script language at run time, in processes and in decisions. */
class NoScriptEngines implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // the engine offers its juel scripts here; they are not wanted either
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new GuardViolation("スクリプトは使えません。");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new GuardViolation("スクリプト（%s）は使えません。".formatted(language));
    }
}
