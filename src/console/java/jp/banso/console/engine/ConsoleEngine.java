package jp.banso.console.engine;

import java.lang.reflect.Proxy;
import jp.banso.people.People;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the profile changes in the engine. Authorization itself is switched on in {@code config/application.yml}. */
@Component
class ConsoleEngine extends AbstractProcessEnginePlugin {

    private final ObjectProvider<People> people;

    ConsoleEngine(ObjectProvider<People> people) {
        this.people = people;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new MemberIdentity.Factory(people::getObject));
        engine.setResourceAuthorizationProvider(noAutomaticGrants());
        engine.setAuthorizationCheckRevokes("never");
        engine.setTenantCheckEnabled(true);
    }

    /** By itself the engine would write a right for every task that somebody takes; there are wildcard rights only. */
    private static ResourceAuthorizationProvider noAutomaticGrants() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                ConsoleEngine.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (proxy, method, arguments) -> new AuthorizationEntity[0]);
    }
}
