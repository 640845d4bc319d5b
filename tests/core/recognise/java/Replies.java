package org.shopftpserver.core;

import org.shopftpserver.core.session.Session;

class Replies {
    void answers(Session session) {
        session.sendReply(502, "Unsupported");
        commandHandler.setReplyCode(200);
    }
}
