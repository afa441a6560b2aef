package jp.banso.casefile.web;

import jp.banso.audit.Audit;
import jp.banso.calendar.JapaneseDate;
import jp.banso.casefile.CannotStore;
import jp.banso.casefile.CaseCodes;
import jp.banso.casefile.HouseholdMember;
import jp.banso.casefile.Person;
import jp.banso.casefile.Persons;
import jp.banso.casefile.SupportAgency;
import jp.banso.casefile.SupportCase;
import jp.banso.casefile.Surroundings;
import jp.banso.people.Member;
import jp.banso.people.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mending what is registered of a person, the household and the agencies. */
@Controller
class PersonPages {

    private final CaseFrame frame;
    private final Persons persons;
    private final Surroundings surroundings;
    private final Audit audit;

    PersonPages(CaseFrame frame, Persons persons, Surroundings surroundings, Audit audit) {
        this.frame = frame;
        this.persons = persons;
        this.surroundings = surroundings;
        this.audit = audit;
    }

    /** As typed. */
    record PersonForm(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String sex,
            @Nullable String birthDate,
            @Nullable String postalCode,
            @Nullable String address,
            @Nullable Boolean addressHidden,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String caution,
            int version) {

        /** A box that is not ticked is not sent. */
        boolean hidden() {
            return Boolean.TRUE.equals(addressHidden);
        }
    }

    @GetMapping("/cases/{caseNo}/person")
    String edit(@PathVariable String caseNo, Member member, Model model) {
        var supportCase = editable(caseNo, member);
        audit.viewed(caseNo, "person-form");
        var p = persons.ofCase(caseNo).orElseThrow(NotHere::new);
        var birth = p.birthDate() == null ? "" : JapaneseDate.plain(p.birthDate());
        var secret = p.addressHidden() && !frame.mayRead("dv", supportCase, member);
        var form = new PersonForm(
                p.name(),
                p.kana(),
                p.sex(),
                birth,
                p.postalCode(),
                secret ? "" : p.address(),
                p.addressHidden(),
                p.phone(),
                p.email(),
                p.caution(),
                p.version());
        return form(supportCase, form, null, false, member, model);
    }

    @PostMapping("/cases/{caseNo}/person")
    String save(@PathVariable String caseNo, PersonForm form, Member member, Model model, RedirectAttributes flash) {
        var supportCase = editable(caseNo, member);
        try {
            if (!persons.change(caseNo, changed(supportCase, form, member), member)) {
                return form(supportCase, form, null, true, member, model);
            }
        } catch (CannotStore wrong) {
            return form(supportCase, form, wrong, false, member, model);
        }
        flash.addFlashAttribute("saved", "人の情報を変えました");
        return "redirect:/cases/{caseNo}?tab=people";
    }

    private Person changed(SupportCase supportCase, PersonForm f, Member member) {
        var before = persons.ofCase(supportCase.caseNo()).orElseThrow(NotHere::new);
        var name = Typed.given(f.name());
        if (name == null) {
            throw new CannotStore("name", "氏名を書いてください。");
        }
        limit("name", name, 100, "氏名");
        if (f.sex() != null && !f.sex().isBlank() && !CaseCodes.SEXES.containsKey(f.sex())) {
            throw new CannotStore("sex", "性別を一覧から選んでください。");
        }
        limit("kana", f.kana(), 100, "ふりがな");
        limit("address", f.address(), 200, "住所");
        limit("phone", f.phone(), 20, "電話");
        limit("postalCode", f.postalCode(), 8, "郵便番号");
        limit("email", f.email(), 100, "E-mail");
        limit("caution", f.caution(), 300, "気をつけること");
        var secret = before.addressHidden() && !frame.mayRead("dv", supportCase, member);
        return new Person(
                before.personId(),
                before.municipalityId(),
                name,
                f.kana() == null ? "" : f.kana().strip(),
                Typed.given(f.sex()),
                Typed.date("birthDate", f.birthDate()),
                Typed.given(f.postalCode()),
                secret ? before.address() : Typed.given(f.address()),
                secret || f.hidden(),
                Typed.given(f.phone()),
                Typed.given(f.email()),
                Typed.given(f.caution()),
                f.version());
    }

    private static void limit(String field, @Nullable String text, int most, String label) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            throw new CannotStore(field, "%sは%d字までで書いてください。".formatted(label, most));
        }
    }

    private String form(
            SupportCase supportCase,
            PersonForm form,
            @Nullable CannotStore wrong,
            boolean stale,
            Member member,
            Model model) {
        model.addAttribute("header", frame.header(supportCase, member));
        model.addAttribute("form", form);
        model.addAttribute("sexes", CaseCodes.SEXES);
        model.addAttribute("wrong", wrong);
        model.addAttribute("stale", stale);
        model.addAttribute("secret", form.hidden() && !frame.mayRead("dv", supportCase, member));
        return "casefile/person";
    }

    @PostMapping("/cases/{caseNo}/household")
    String addHousehold(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String memberName,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(required = false) @Nullable String memberBirth,
            @RequestParam(defaultValue = "false") boolean livingTogether,
            @RequestParam(required = false) @Nullable String note,
            Member member,
            RedirectAttributes flash) {
        var supportCase = editable(caseNo, member);
        return tryTo(
                flash,
                "世帯の人を入れました",
                () -> surroundings.addHousehold(
                        supportCase,
                        new HouseholdMember(
                                "",
                                memberName.strip(),
                                relation.strip(),
                                Typed.date("memberBirth", memberBirth),
                                livingTogether,
                                Typed.given(note))));
    }

    @PostMapping("/cases/{caseNo}/household/{memberId}/remove")
    String removeHousehold(
            @PathVariable String caseNo, @PathVariable String memberId, Member member, RedirectAttributes flash) {
        var supportCase = editable(caseNo, member);
        return tryTo(flash, "世帯の人をはずしました", () -> surroundings.removeHousehold(supportCase, memberId));
    }

    @PostMapping("/cases/{caseNo}/agencies")
    String addAgency(
            @PathVariable String caseNo,
            @RequestParam(defaultValue = "") String agencyName,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String contactPerson,
            @RequestParam(required = false) @Nullable String agencyPhone,
            Member member,
            RedirectAttributes flash) {
        var supportCase = editable(caseNo, member);
        return tryTo(
                flash,
                "機関を入れました",
                () -> surroundings.addAgency(
                        supportCase,
                        new SupportAgency(
                                "",
                                agencyName.strip(),
                                Typed.given(purpose),
                                Typed.given(contactPerson),
                                Typed.given(agencyPhone))));
    }

    @PostMapping("/cases/{caseNo}/agencies/{agencyId}/remove")
    String removeAgency(
            @PathVariable String caseNo, @PathVariable String agencyId, Member member, RedirectAttributes flash) {
        var supportCase = editable(caseNo, member);
        return tryTo(flash, "機関をはずしました", () -> surroundings.removeAgency(supportCase, agencyId));
    }

    private SupportCase editable(String caseNo, Member member) {
        var supportCase = frame.find(caseNo, member);
        if (member.isPartner() || !frame.mayRead("contact", supportCase, member)) {
            throw new NotHere();
        }
        return supportCase;
    }

    private static String tryTo(RedirectAttributes flash, String done, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute("saved", done);
        } catch (CannotStore wrong) {
            flash.addFlashAttribute("refused", wrong.getMessage());
        }
        return "redirect:/cases/{caseNo}?tab=people";
    }
}
