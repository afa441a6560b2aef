package jp.banso.people.web;

import jp.banso.people.Member;
import jp.banso.people.NotHere;
import jp.banso.people.web.security.AccessMatrix;
import jp.banso.people.web.security.MemberAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the member who is signed in, with the offices in which a role of his opens this endpoint. */
final class MemberArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Member.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication who) {
            Member member = who.getPrincipal();
            Object row = request.getAttribute(AccessMatrix.ROW, RequestAttributes.SCOPE_REQUEST);
            return row instanceof AccessMatrix.Row known ? known.caller(member) : member;
        }
        throw new NotHere();
    }
}
