package io.github.cascadecontract.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORP-6: a child with several orphan-removing owners. */
class TwoOwnersTest {
    @Test
    void a_child_with_two_orphan_removing_owners_goes_when_one_lets_go() {
        Story story = Story.of(CascadeContract.of(Folder.class, Mail.class, Message.class))
                .row(Folder.class, 1)
                .row(Mail.class, 1)
                .row(Message.class, 10, "folder_id", 1, "mail_id", 1);
        Folder folder = story.find(Folder.class, 1);
        story.load(story.find(Mail.class, 1), "messages");
        folder.messages.remove(0);

        assertThat(story.flush()).containsExactly("remove Message#10 [ORP-1]");
    }

    @Test
    void a_child_with_two_owners_that_hangs_on_one_is_no_orphan() {
        Story story = Story.of(CascadeContract.of(Folder.class, Mail.class, Message.class))
                .row(Folder.class, 1)
                .row(Message.class, 10, "folder_id", 1);
        Message changed = story.find(Message.class, 10);
        Message pending = new Message();
        pending.id = 11;
        story.find(Folder.class, 1).messages.add(pending);

        assertThat(story.flush())
                .containsExactly("set Message#11 Message.folder = Folder#1 [PER-3]", "persist Message#11 [PER-1]");
        assertThat(story.contains(changed)).isTrue();
    }

    @Entity(name = "Folder")
    static class Folder extends Row {
        @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Message> messages;
    }

    @Entity(name = "Mail")
    static class Mail extends Row {
        @OneToMany(mappedBy = "mail", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Message> messages;
    }

    @Entity(name = "Message")
    static class Message extends Row {
        @ManyToOne
        Folder folder;

        @ManyToOne
        Mail mail;
    }
}
