const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/trigger-DCYJ6k81.js","assets/basics-BRbM6-tW.js","assets/live-CY77dplu.js","assets/delivery-detail-B2S9nnpG.js","assets/json-BEPdaU51.js","assets/runs-De9dKfmk.js","assets/new-secret-CgLF-i-V.js","assets/new-trigger-A1feYN3L.js","assets/delivery-CgbqBNkI.js","assets/workflow-BQV3hxRA.js","assets/workflows-BIvQEqvH.js","assets/run-C_dYOUW8.js","assets/settings-lbtiWOmU.js"])))=>i.map(i=>d[i]);
var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h,g={},_=[],v=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,ee=Array.isArray;function y(e,t){for(var n in t)e[n]=t[n];return e}function te(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function b(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return x(t,s,i,a,null)}function x(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function S(e){return e.children}function ne(e,t){this.props=e,this.context=t}function re(e,t){if(t==null)return e.__?re(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?re(e):null}function C(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=y({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),fe(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??re(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,me(i,o,a),n.__e=n.__=null,o.__e!=r&&ie(o)}}function ie(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),ie(e)}function w(e){(!e.__d&&(e.__d=!0)&&i.push(e)&&!T.__r++||a!=t.debounceRendering)&&((a=t.debounceRendering)||o)(T)}function T(){try{for(var e,t=1;i.length;)i.length>t&&i.sort(s),e=i.shift(),t=i.length,C(e)}finally{i.length=T.__r=0}}function ae(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,v,ee=r&&r.__k||_,y=t.length;for(c=oe(n,t,ee,c,y),d=0;d<y;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&ee[p.__i]||g,p.__i=d,v=fe(e,p,f,i,a,o,s,c,l,u),m=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&_e(f.ref,null,p),u.push(p.ref,p.__c||m,p)),h==null&&m!=null&&(h=m),4&p.__u?(c=se(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:m&&(c=m.nextSibling),p.__u&=-7);return n.__e=h,c}function oe(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=x(null,o,null,null,null):ee(o)?o=e.__k[a]=x(S,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=x(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=E(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=re(s)),ve(s,s));return r}function se(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=se(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=re(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function ce(e,t){return t||=[],e==null||typeof e==`boolean`||(ee(e)?e.some(function(e){ce(e,t)}):t.push(e)),t}function E(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function le(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||v.test(t)?n:n+`px`}function ue(e,t,n,r,i){var a,o;e:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||le(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||le(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(d,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[u]=r[u]:(n[u]=f,e.addEventListener(t,a?m:p,a)):e.removeEventListener(t,a?m:p,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break e}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function de(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[l]==null)n[l]=f++;else if(n[l]<r[u])return;return r(t.event?t.event(n):n)}}}function fe(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,v,b,x,C,ie,w,T,oe,se,ce,E=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);e:if(typeof E==`function`){f=s.length;try{if(x=n.props,C=E.prototype&&E.prototype.render,ie=(d=E.contextType)&&i[d.__c],w=d?ie?ie.props.value:d.__:i,r.__c?b=(p=n.__c=r.__c).__=p.__E:(C?n.__c=p=new E(x,w):(n.__c=p=new ne(x,w),p.constructor=E,p.render=ye),ie&&ie.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),C&&p.__s==null&&(p.__s=p.state),C&&E.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=y({},p.__s)),y(p.__s,E.getDerivedStateFromProps(x,p.__s))),h=p.props,g=p.state,p.__v=n,m)C&&E.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),C&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(C&&E.getDerivedStateFromProps==null&&x!==h&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(x,w),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(x,p.__s,w)){n.__v!=r.__v&&(p.props=x,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),_.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=re(r);break e}p.componentWillUpdate!=null&&p.componentWillUpdate(x,p.__s,w),C&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(h,g,v)})}if(p.context=w,p.props=x,p.__P=e,p.__e=!1,T=t.__r,oe=0,C)p.state=p.__s,p.__d=!1,T&&T(n),d=p.render(p.props,p.state,p.context),_.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,T&&T(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++oe<25);p.state=p.__s,p.getChildContext!=null&&(i=y(y({},i),p.getChildContext())),C&&!m&&p.getSnapshotBeforeUpdate!=null&&(v=p.getSnapshotBeforeUpdate(h,g)),se=d!=null&&d.type===S&&d.key==null?he(d.props.children):d,c=ae(e,ee(se)?se:[se],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),b&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(ce=o.length;ce--;)te(o[ce])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||pe(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=ge(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function pe(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(pe))}function me(e,n,r){for(var i=0;i<r.length;i++)_e(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function he(e){return typeof e!=`object`||!e||e.__b>0?e:ee(e)?e.map(he):e.constructor===void 0?y({},e):null}function ge(n,r,i,a,o,s,c,l,u){var d,f,p,m,h,_,v,y=i.props||g,b=r.props,x=r.type;if(x==`svg`?o=`http://www.w3.org/2000/svg`:x==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((h=s[d])&&`setAttribute`in h==!!x&&(x?h.localName==x:h.nodeType==3)){n=h,s[d]=null;break}}if(n==null){if(x==null)return document.createTextNode(b);n=document.createElementNS(o,x,b.is&&b),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(x==null)y===b||l&&n.data==b||(n.data=b);else{if(s=x==`textarea`&&b.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(y={},d=0;d<n.attributes.length;d++)y[(h=n.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||ue(n,d,null,h,o);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?_=h:d==`checked`?v=h:l&&typeof h!=`function`||y[d]===h||ue(n,d,h,y[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),ae(r.type==`template`?n.content:n,ee(m)?m:[m],r,i,a,x==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&re(i,0),l,u),s!=null)for(d=s.length;d--;)te(s[d]);l&&x!=`textarea`||(d=`value`,x==`progress`&&_==null?n.removeAttribute(`value`):_!=null&&(_!==n[d]||x==`progress`&&!_||x==`option`&&_!=y[d])&&ue(n,d,_,y[d],o),d=`checked`,v!=null&&v!=n[d]&&ue(n,d,v,y[d],o))}return n}function _e(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function ve(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||_e(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&ve(i[a],n,r||typeof e.type!=`function`);r||te(e.__e),e.__c=e.__=e.__e=void 0}function ye(e,t,n){return this.constructor(e,n)}function be(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],fe(r,n=(!a&&i||r).__k=b(S,null,[n]),o||g,g,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),me(s,n,c),n.props.children=null}function xe(t,n,r){var i,a,o,s,c=y({},t.props);for(o in t.type&&t.type.defaultProps&&(s=t.type.defaultProps),n)o==`key`?i=n[o]:o==`ref`?a=n[o]:c[o]=n[o]===void 0&&s!=null?s[o]:n[o];return arguments.length>2&&(c.children=arguments.length>3?e.call(arguments,2):r),x(t.type,c,i||t.key,a||t.ref,null)}function Se(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.componentWillUnmount=function(){n=null},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__e=!0,w(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n&&n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+h++,t.__=e,t.Provider=t.__l=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e=_.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,r=function(e){return e!=null&&e.constructor===void 0},ne.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=y({},this.state);typeof e==`function`&&(e=e(y({},n),this.props)),e&&y(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),w(this))},ne.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),w(this))},ne.prototype.render=S,i=[],o=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,s=function(e,t){return e.__v.__b-t.__v.__b},T.__r=0,c=Math.random().toString(8),l=`__d`+c,u=`__a`+c,d=/(PointerCapture)$|Capture$/i,f=0,p=de(!1),m=de(!0),h=0;var Ce,D,we,Te,Ee=0,De=[],O=t,Oe=O.__b,ke=O.__r,Ae=O.diffed,je=O.__c,Me=O.unmount,Ne=O.__;function Pe(e,t){O.__h&&O.__h(D,e,Ee||t),Ee=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function k(e){return Ee=1,Fe(qe,e)}function Fe(e,t,n){var r=Pe(Ce++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):qe(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};D.__f=!0;var a=D.shouldComponentUpdate,o=D.componentWillUpdate;D.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},D.shouldComponentUpdate=i}return r.__N||r.__}function A(e,t){var n=Pe(Ce++,3);!O.__s&&Ke(n.__H,t)&&(n.__=e,n.u=t,D.__H.__h.push(n))}function Ie(e,t){var n=Pe(Ce++,4);!O.__s&&Ke(n.__H,t)&&(n.__=e,n.u=t,D.__h.push(n))}function j(e){return Ee=5,Le(function(){return{current:e}},[])}function Le(e,t){var n=Pe(Ce++,7);return Ke(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function Re(e,t){return Ee=8,Le(function(){return e},t)}function ze(e){var t=D.context[e.__c],n=Pe(Ce++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(D)),t.props.value):e.__}function Be(){var e=Pe(Ce++,11);if(!e.__){for(var t=D.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ve(){for(var e;e=De.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(We),t.__h.some(Ge),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}O.__b=function(e){D=null,Oe&&Oe(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ne&&Ne(e,t)},O.__r=function(e){ke&&ke(e),Ce=0;var t=(D=e.__c).__H;t&&(we===D?(t.__h=[],D.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(We),t.__h.some(Ge),t.__h=[],Ce=0)),we=D},O.diffed=function(e){Ae&&Ae(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(De.push(t)!==1&&Te===O.requestAnimationFrame||((Te=O.requestAnimationFrame)||Ue)(Ve)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),we=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(We),e.__h=e.__h.filter(function(e){return!e.__||Ge(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],O.__e(n,e.__v)}}),je&&je(e,t)},O.unmount=function(e){Me&&Me(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{We(e)}catch(e){t=e}}),n.__H=void 0,t&&O.__e(t,n.__v))};var He=typeof requestAnimationFrame==`function`;function Ue(e){var t,n=function(){clearTimeout(r),He&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);He&&(t=requestAnimationFrame(n))}function We(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function Ge(e){var t=D;e.__c=e.__(),D=t}function Ke(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function qe(e,t){return typeof t==`function`?t(e):t}function Je(e,t){for(var n in t)e[n]=t[n];return e}function Ye(e,t){for(var n in e)if(n!==`__source`&&!(n in t))return!0;for(var r in t)if(r!==`__source`&&e[r]!==t[r])return!0;return!1}function Xe(e,t){this.props=e,this.context=t}(Xe.prototype=new ne).isPureReactComponent=!0,Xe.prototype.shouldComponentUpdate=function(e,t){return Ye(this.props,e)||Ye(this.state,t)};var Ze=t.__b;t.__b=function(e){e.type&&e.type.__f&&e.ref&&(e.props.ref=e.ref,e.ref=null),Ze&&Ze(e)},typeof Symbol<`u`&&Symbol.for;var Qe=t.__e;t.__e=function(e,t,n,r){if(e.then){for(var i,a=t;a=a.__;)if((i=a.__c)&&i.__c)return t.__e??(t.__e=n.__e,t.__k=n.__k||[]),i.__c(e,t)}Qe(e,t,n,r)};var $e=t.unmount;function et(e,t,n){return e&&(e.__c&&e.__c.__H&&(e.__c.__H.__.forEach(function(e){typeof e.__c==`function`&&e.__c()}),e.__c.__H=null),(e=Je({},e)).__c!=null&&(e.__c.__P===n&&(e.__c.__P=t),e.__c.__e=!0,e.__c=null),e.__k=e.__k&&e.__k.map(function(e){return et(e,t,n)})),e}function tt(e,t,n){return e&&n&&(e.__v=null,e.__k=e.__k&&e.__k.map(function(e){return tt(e,t,n)}),e.__c&&e.__c.__P===t&&(e.__e&&n.appendChild(e.__e),e.__c.__e=!0,e.__c.__P=n)),e}function nt(){this.__u=0,this.o=null,this.__b=null}function rt(e){var t=e.__&&e.__.__c;return t&&t.__a&&t.__a(e)}function M(e){var t,n,r,i=null;function a(a){if(t||(t=e()).then(function(e){e&&(i=e.default||e),r=!0},function(e){n=e,r=!0}),n)throw n;if(!r)throw t;return i?b(i,a):null}return a.displayName=`Lazy`,a.__f=!0,a}function it(){this.i=null,this.l=null}t.unmount=function(e){var t=e.__c;t&&(t.__z=!0),t&&t.__R&&t.__R(),t&&32&e.__u&&(e.type=null),$e&&$e(e)},(nt.prototype=new ne).__c=function(e,t){var n=t.__c,r=this;r.o??=[],r.o.push(n);var i=rt(r.__v),a=!1,o=function(){a||r.__z||(a=!0,n.__R=null,i?i(c):c())};n.__R=o;var s=n.__P;n.__P=null;var c=function(){if(!--r.__u){if(r.state.__a){var e=r.state.__a;r.__v.__k[0]=tt(e,e.__c.__P,e.__c.__O)}var t;for(r.setState({__a:r.__b=null});t=r.o.pop();)t.__P=s,t.forceUpdate()}};r.__u++||32&t.__u||r.setState({__a:r.__b=r.__v.__k[0]}),e.then(o,o)},nt.prototype.componentWillUnmount=function(){this.o=[]},nt.prototype.render=function(e,t){if(this.__b){if(this.__v.__k){var n=document.createElement(`div`),r=this.__v.__k[0].__c;this.__v.__k[0]=et(this.__b,n,r.__O=r.__P)}this.__b=null}var i=t.__a&&b(S,null,e.fallback);return i&&(i.__u&=-33),[b(S,null,t.__a?null:e.children),i]};var at=function(e,t,n){if(++n[1]===n[0]&&e.l.delete(t),e.props.revealOrder&&(e.props.revealOrder[0]!==`t`||!e.l.size))for(n=e.i;n;){for(;n.length>3;)n.pop()();if(n[1]<n[0])break;e.i=n=n[2]}};(it.prototype=new ne).__a=function(e){var t=this,n=rt(t.__v),r=t.l.get(e);return r[0]++,function(i){var a=function(){t.props.revealOrder?(r.push(i),at(t,e,r)):i()};n?n(a):a()}},it.prototype.render=function(e){this.i=null,this.l=new Map;var t=ce(e.children);e.revealOrder&&e.revealOrder[0]===`b`&&t.reverse();for(var n=t.length;n--;)this.l.set(t[n],this.i=[1,0,this.i]);return e.children},it.prototype.componentDidUpdate=it.prototype.componentDidMount=function(){var e=this;this.l.forEach(function(t,n){at(e,n,t)})};var ot=typeof Symbol<`u`&&Symbol.for&&Symbol.for(`react.element`)||60103,st=/^(?:accent|alignment|arabic|baseline|cap|clip(?!PathU)|color|dominant|fill|flood|font|glyph(?!R)|horiz|image(!S)|letter|lighting|marker(?!H|W|U)|overline|paint|pointer|shape|stop|strikethrough|stroke|text(?!L)|transform|underline|unicode|units|v|vector|vert|word|writing|x(?!C))[A-Z]/,ct=/^on(Ani|Tra|Tou|BeforeInp|Compo)/,lt=/[A-Z0-9]/g,ut=typeof document<`u`,dt=function(e){return(typeof Symbol<`u`&&typeof Symbol()==`symbol`?/fil|che|rad/:/fil|che|ra/).test(e)};ne.prototype.isReactComponent=!0,[`componentWillMount`,`componentWillReceiveProps`,`componentWillUpdate`].forEach(function(e){Object.defineProperty(ne.prototype,e,{configurable:!0,get:function(){return this[`UNSAFE_`+e]},set:function(t){Object.defineProperty(this,e,{configurable:!0,writable:!0,value:t})}})});var ft=t.event;t.event=function(e){return ft&&(e=ft(e)),e.persist=function(){},e.isPropagationStopped=function(){return this.cancelBubble},e.isDefaultPrevented=function(){return this.defaultPrevented},e.nativeEvent=e};var pt={configurable:!0,get:function(){return this.class}},mt=t.vnode;t.vnode=function(e){typeof e.type==`string`&&function(e){var t=e.props,n=e.type,r={},i=n.indexOf(`-`)==-1;for(var a in t){var o=t[a];if(!(a===`value`&&`defaultValue`in t&&o==null||ut&&a===`children`&&n===`noscript`||a===`class`||a===`className`)){var s=a.toLowerCase();a===`defaultValue`&&`value`in t&&t.value==null?a=`value`:a===`download`&&!0===o?o=``:s===`translate`&&o===`no`?o=!1:s[0]===`o`&&s[1]===`n`?s===`ondoubleclick`?a=`ondblclick`:s!==`onchange`||n!==`input`&&n!==`textarea`||dt(t.type)?s===`onfocus`?a=`onfocusin`:s===`onblur`?a=`onfocusout`:ct.test(a)&&(a=s):s=a=`oninput`:i&&st.test(a)?a=a.replace(lt,`-$&`).toLowerCase():o===null&&(o=void 0),s===`oninput`&&r[a=s]&&(a=`oninputCapture`),r[a]=o}}n==`select`&&(r.multiple&&Array.isArray(r.value)&&(r.value=ce(t.children).forEach(function(e){e.props.selected=r.value.indexOf(e.props.value)!=-1})),r.defaultValue!=null&&(r.value=ce(t.children).forEach(function(e){e.props.selected=r.multiple?r.defaultValue.indexOf(e.props.value)!=-1:r.defaultValue==e.props.value}))),t.class&&!t.className?(r.class=t.class,Object.defineProperty(r,"className",pt)):t.className&&(r.class=r.className=t.className),e.props=r}(e),e.$$typeof=ot,mt&&mt(e)};var ht=t.__r;t.__r=function(e){ht&&ht(e),e.__c};var gt=t.diffed;t.diffed=function(e){gt&&gt(e);var t=e.props,n=e.__e;n!=null&&e.type===`textarea`&&`value`in t&&t.value!==n.value&&(n.value=t.value==null?``:t.value)};function _t(e,t){if(e instanceof RegExp)return{keys:!1,pattern:e};var n,r,i,a,o=[],s=``,c=e.split(`/`);for(c[0]||c.shift();i=c.shift();)n=i[0],n===`*`?(o.push(n),s+=i[1]===`?`?`(?:/(.*))?`:`/(.*)`):n===`:`?(r=i.indexOf(`?`,1),a=i.indexOf(`.`,1),o.push(i.substring(1,~r?r:~a?a:i.length)),s+=~r&&!~a?`(?:/([^/]+?))?`:`/([^/]+?)`,~a&&(s+=(~r?`?`:``)+`\\`+i.substring(a))):s+=`/`+i;return{keys:o,pattern:RegExp(`^`+s+(t?`(?=$|/)`:`/?$`),`i`)}}var vt=typeof window<`u`&&window.document!==void 0&&window.document.createElement!==void 0;function yt(e,t){return e===t&&(e!==0||1/e==1/t)||e!==e&&t!==t}function bt(e,t,n){n&&!vt&&(t=n);let r=t(),[{_instance:i},a]=k({_instance:{_value:r,_getSnapshot:t}});return Ie(()=>{i._value=r,i._getSnapshot=t,yt(i._value,t())||a({_instance:i})},[e,r,t]),A(()=>(yt(i._value,i._getSnapshot())||a({_instance:i}),e(()=>{yt(i._value,i._getSnapshot())||a({_instance:i})})),[e]),r}function xt(e){return t=>e(t)}var St=e=>{let t=j([e,(...e)=>t[0](...e)]).current;return Ie(()=>{t[0]=e}),t[1]},Ct=[`popstate`,`pushState`,`replaceState`,`hashchange`],wt=[],Tt=()=>wt.forEach(e=>e()),Et=e=>(wt.push(e)===1&&Ct.forEach(e=>addEventListener(e,Tt)),()=>{wt=wt.filter(t=>t!==e),wt.length||Ct.forEach(e=>removeEventListener(e,Tt))}),Dt=(e,t)=>bt(Et,e,t),Ot=()=>location.search,kt=({ssrSearch:e}={})=>Dt(Ot,e==null?Ot:()=>e),At=()=>location.pathname,jt=({ssrPath:e}={})=>Dt(At,e==null?At:()=>e),Mt=(e,{replace:t=!1,state:n=null}={})=>history[t?`replaceState`:`pushState`](n,``,e),Nt=e=>[jt(e),Mt],Pt=Symbol.for(`wouter_v3`);if(typeof history<`u`&&window[Pt]===void 0){for(let e of[`pushState`,`replaceState`]){let t=history[e];history[e]=function(){let n=t.apply(this,arguments),r=new Event(e);return r.arguments=arguments,dispatchEvent(r),n}}Object.defineProperty(window,Pt,{value:!0})}var Ft=(e=``)=>e===`/`?``:e,It=(e,t)=>e[0]===`~`?e.slice(1):Ft(t)+e,Lt=(e,t)=>(e=Rt(Ft(e)),t=Rt(t),!e||(t.toLowerCase()+`/`).startsWith(e.toLowerCase()+`/`)?t.slice(e.length)||`/`:`~`+t),Rt=e=>{try{return e.includes(`%`)?decodeURI(e):e}catch{return e}},zt=e=>Rt(e[0]===`?`?e.slice(1):e),Bt={hook:Nt,searchHook:kt,parser:_t,base:``,ssrPath:void 0,ssrSearch:void 0,ssrContext:void 0,hrefs:e=>e,aroundNav:(e,t,n)=>e(t,n)},Vt=Se(Bt),Ht=()=>ze(Vt),Ut={},Wt=Se(Ut),Gt=()=>ze(Wt),Kt=(e,t=e.base)=>Lt(t,e.hook(e)[0]),qt=e=>{let[t,n]=e.hook(e);return[Lt(e.base,t),St((t,r)=>e.aroundNav(n,It(t,e.base),r))]},Jt=()=>qt(Ht()),Yt=()=>{let e=Ht();return zt(e.searchHook(e))},Xt=(e,t,n,r)=>{let{pattern:i,keys:a}=t instanceof RegExp?{pattern:t}:e(t||`*`,r),o=i.exec(n);if(!o)return[!1,null];let s={};for(let e=1;e<o.length;e++)s[e-1]=o[e];if(a)for(let e=0;e<a.length;e++)s[a[e]]=o[e+1];else Object.assign(s,o.groups);return r?[!0,s,o[0]]:[!0,s]},Zt=({children:e,...t})=>{let n=Ht(),r=t.hook?Bt:n,i=r;if(t.ssrPath){let[e,n=t.ssrSearch??``]=t.ssrPath.split(`?`);e&&(t.ssrSearch=n,t.ssrPath=e)}t.hrefs=t.hrefs??t.hook?.hrefs,t.searchHook=t.searchHook??t.hook?.searchHook;let a=j(r),o=a.current,s=o;for(let e in r){let n=e===`base`?r[e]+(t[e]??``):t[e]??r[e];n!==s[e]&&(o===s&&(a.current=s={...s}),s[e]=n),(n!==r[e]||n!==i[e])&&(i=s)}return b(Vt.Provider,{value:i},e)},Qt=({children:e,component:t},n)=>t?b(t,{params:n}):typeof e==`function`?e(n):e,$t=e=>{let t=j(Ut),n=t.current,r=Object.keys(e);return t.current=r.length!==Object.keys(n).length||r.some(t=>e[t]!==n[t])?e:n},N=({path:e,nest:t,match:n,...r})=>{let i=Ht(),a=Kt(i),[o,s,c]=n??Xt(i.parser,e,a,t),l=$t({...Gt(),...s});if(!o)return null;let u=Qt(r,l);return b(Wt.Provider,{value:l},c?b(Zt,{base:c},u):u)},P=xt((e,t)=>{let n=Ht(),[i,a]=qt(n),{to:o=``,href:s=o,onClick:c,asChild:l,children:u,className:d,replace:f,state:p,transition:m,...h}=e;return h.onClick=St(t=>{t.ctrlKey||t.metaKey||t.altKey||t.shiftKey||t.button!==0||(c?.(t),t.defaultPrevented||(t.preventDefault(),a(s,e)))}),h.href=n.hrefs(s[0]===`~`?s.slice(1):n.base+s,n),d!==void 0&&(h.className=d?.call?d(i===s):d),t&&(h.ref=t),l&&r(u)?xe(u,h):b(`a`,h,u)}),en=(e,t=[])=>{if(Array.isArray(e))for(let n of e)en(n&&n.type===S?n.props.children:n,t);else t.push(e);return t},tn=({children:e,location:t})=>{let n=Ht(),i=Kt(n);for(let a of en(e)){let e=0;if(r(a)&&(e=Xt(n.parser,a.props.path,t||i,a.props.nest))[0])return xe(a,{match:e})}return null},nn={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},rn=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},F,I;function L(e){return new rn(`Syntax Error: Unexpected token at ${I} in ${e}`)}function an(e){if(e.lastIndex=I,e.test(F))return F.slice(I,I=e.lastIndex)}var on=/ +(?=[^\s])/y;function sn(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)on.lastIndex=0,on.test(t[o])&&(o&&(!r||on.lastIndex<r)&&(r=on.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function R(){for(var e=0|F.charCodeAt(I++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|F.charCodeAt(I++))if(e===35)for(;(e=0|F.charCodeAt(I++))&&e!==10&&e!==13;);I--}function cn(){for(var e=I,t=0|F.charCodeAt(I++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|F.charCodeAt(I++));if(e===I-1)throw L(`Name`);var n=F.slice(e,--I);return R(),n}function z(){return{kind:`Name`,value:cn()}}var ln=/(?:"""|(?:[\s\S]*?[^\\])""")/y,un=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function dn(e){var t;switch(F.charCodeAt(I)){case 91:I++,R();for(var n=[];F.charCodeAt(I)!==93;)n.push(dn(e));return I++,R(),{kind:`ListValue`,values:n};case 123:I++,R();for(var r=[];F.charCodeAt(I)!==125;){var i=z();if(F.charCodeAt(I++)!==58)throw L(`ObjectField`);R(),r.push({kind:`ObjectField`,name:i,value:dn(e)})}return I++,R(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw L(`Variable`);return I++,{kind:`Variable`,name:z()};case 34:if(F.charCodeAt(I+1)===34&&F.charCodeAt(I+2)===34){if(I+=3,(t=an(ln))==null)throw L(`StringValue`);return R(),{kind:`StringValue`,value:sn(t.slice(0,-3)),block:!0}}var a=I,o;I++;var s=!1;for(o=0|F.charCodeAt(I++);o===92&&(I++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|F.charCodeAt(I++));if(o!==34)throw L(`StringValue`);return t=F.slice(a,I),R(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=I++,l;(l=0|F.charCodeAt(I++))>=48&&l<=57;);var u=F.slice(c,--I);if((l=F.charCodeAt(I))===46||l===69||l===101){if((t=an(un))==null)throw L(`FloatValue`);return R(),{kind:`FloatValue`,value:u+t}}return R(),{kind:`IntValue`,value:u};case 110:if(F.charCodeAt(I+1)===117&&F.charCodeAt(I+2)===108&&F.charCodeAt(I+3)===108)return I+=4,R(),{kind:`NullValue`};break;case 116:if(F.charCodeAt(I+1)===114&&F.charCodeAt(I+2)===117&&F.charCodeAt(I+3)===101)return I+=4,R(),{kind:`BooleanValue`,value:!0};break;case 102:if(F.charCodeAt(I+1)===97&&F.charCodeAt(I+2)===108&&F.charCodeAt(I+3)===115&&F.charCodeAt(I+4)===101)return I+=5,R(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:cn()}}function fn(e){if(F.charCodeAt(I)===40){var t=[];I++,R();do{var n=z();if(F.charCodeAt(I++)!==58)throw L(`Argument`);R(),t.push({kind:`Argument`,name:n,value:dn(e)})}while(F.charCodeAt(I)!==41);return I++,R(),t}}function pn(e){if(F.charCodeAt(I)===64){var t=[];do I++,t.push({kind:`Directive`,name:z(),arguments:fn(e)});while(F.charCodeAt(I)===64);return t}}function mn(){for(var e=0;F.charCodeAt(I)===91;)e++,I++,R();var t={kind:`NamedType`,name:z()};do if(F.charCodeAt(I)===33&&(I++,R(),t={kind:`NonNullType`,type:t}),e){if(F.charCodeAt(I++)!==93)throw L(`NamedType`);R(),t={kind:`ListType`,type:t}}while(e--);return t}function hn(){if(F.charCodeAt(I++)!==123)throw L(`SelectionSet`);return R(),gn()}function gn(){var e=[];do if(F.charCodeAt(I)===46){if(F.charCodeAt(++I)!==46||F.charCodeAt(++I)!==46)throw L(`SelectionSet`);switch(I++,R(),F.charCodeAt(I)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:pn(!1),selectionSet:hn()});break;case 111:F.charCodeAt(I+1)===110?(I+=2,R(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:z()},directives:pn(!1),selectionSet:hn()})):e.push({kind:`FragmentSpread`,name:z(),directives:pn(!1)});break;case 123:I++,R(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:gn()});break;default:e.push({kind:`FragmentSpread`,name:z(),directives:pn(!1)})}}else{var t=z(),n=void 0;F.charCodeAt(I)===58&&(I++,R(),n=t,t=z());var r=fn(!1),i=pn(!1),a=void 0;F.charCodeAt(I)===123&&(I++,R(),a=gn()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(F.charCodeAt(I)!==125);return I++,R(),{kind:`SelectionSet`,selections:e}}function _n(){if(R(),F.charCodeAt(I)===40){var e=[];I++,R();do{var t=void 0;if(F.charCodeAt(I)===34&&(t=dn(!0)),F.charCodeAt(I++)!==36)throw L(`Variable`);var n=z();if(F.charCodeAt(I++)!==58)throw L(`VariableDefinition`);R();var r=mn(),i=void 0;F.charCodeAt(I)===61&&(I++,R(),i=dn(!0)),R();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:pn(!0)};t&&(a.description=t),e.push(a)}while(F.charCodeAt(I)!==41);return I++,R(),e}}function vn(e){var t=z();if(F.charCodeAt(I++)!==111||F.charCodeAt(I++)!==110)throw L(`FragmentDefinition`);R();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:z()},directives:pn(!1),selectionSet:hn()};return e&&(n.description=e),n}function yn(){var e=[];do{var t=void 0;if(F.charCodeAt(I)===34&&(t=dn(!0)),F.charCodeAt(I)===123){if(t)throw L(`Document`);I++,R(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:gn()})}else{var n=cn();switch(n){case`fragment`:e.push(vn(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=F.charCodeAt(I))!==40&&r!==64&&r!==123&&(i=z());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:_n(),directives:pn(!1),selectionSet:hn()};t&&(a.description=t),e.push(a);break;default:throw L(`Document`)}}}while(I<F.length);return e}function bn(e,t){return F=e.body?e.body:e,I=0,R(),t&&t.noLocation?{kind:`Document`,definitions:yn()}:{kind:`Document`,definitions:yn(),loc:{start:0,end:F.length,startToken:void 0,endToken:void 0,source:{body:F,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function B(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function xn(e){return JSON.stringify(e)}function Sn(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var V=`
`,H={OperationDefinition(e){var t=``;e.description&&(t+=H.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+B(e.variableDefinitions,`, `,H.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive));var n=H.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=H.StringValue(e.description)+` `),t+=H.Variable(e.variable)+`: `+Cn(e.type),e.defaultValue&&(t+=` = `+Cn(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=B(e.arguments,`, `,H.Argument);t.length+n.length+2>80?t+=`(`+(V+=`  `)+B(e.arguments,V,H.Argument)+(V=V.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+H.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?Sn(e.value).replace(/\n/g,V):xn(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+B(e.values,`, `,Cn)+`]`,ObjectValue:e=>`{`+B(e.fields,`, `,H.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+Cn(e.value),Document(e){return!e.definitions||!e.definitions.length?``:B(e.definitions,`

`,Cn)},SelectionSet:e=>`{`+(V+=`  `)+B(e.selections,V,Cn)+(V=V.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+Cn(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t+=` `+H.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=H.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+B(e.directives,` `,H.Directive)),t+` `+H.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+B(e.arguments,`, `,H.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+Cn(e.type)+`]`,NonNullType:e=>Cn(e.type)+`!`},Cn=e=>H[e.kind](e);function wn(e){return V=`
`,H[e.kind]?H[e.kind](e):``}var Tn=()=>{},U=Tn;function W(e){return{tag:0,0:e}}function En(e){return{tag:1,0:e}}var Dn=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,On=e=>e;function G(e){return t=>n=>{var r=U;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function kn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(En(e(t[0])))}))}function An(e){return t=>n=>{var r=[],i=U,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=U;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(W((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function jn(e){return An(On)(e)}function Mn(e){return jn(Wn(e))}function Nn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(W((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Pn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(W((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function Fn(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function In(e){var t=[],n=U,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(W((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function Ln(e){return t=>n=>{var r=U,i=U,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=U),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(W((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function Rn(e){return t=>n=>{var r=U,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(W((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function zn(e){return t=>n=>{var r=U,i=U,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(W((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Bn(e,t){return n=>r=>{var i=U,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function Vn(e){return t=>e()(t)}function Hn(e){return t=>{var n=e[Dn()]&&e[Dn()]()||e,r=!1,i=!1,a=!1,o;t(W((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(En(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Un(e){return e[Dn()]?Hn(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(W((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(En(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Wn=Un;function Gn(e){return t=>{var n=!1;t(W((r=>{r===1?n=!0:n||(n=!0,t(En(e)),t(0))})))}}function Kn(e){return t=>{var n=!1,r=e({next(e){n||t(En(e))},complete(){n||(n=!0,t(0))}});t(W((e=>{e===1&&!n&&(n=!0,r())})))}}function qn(){var e,t;return{source:In(Kn((n=>(e=n.next,t=n.complete,Tn)))),next(t){e&&e(t)},complete(){t&&t()}}}function Jn(e){return Kn((t=>(e.then((e=>{Promise.resolve(e).then((()=>{t.next(e),t.complete()}))})),Tn)))}function Yn(e){return t=>{var n=U,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Xn(e){Yn((e=>{}))(e)}function Zn(e){return new Promise((t=>{var n=U,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Qn=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new rn(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new rn(e),$n=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Qn),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},er=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},tr=new Set,nr=new WeakMap,rr=(e,t)=>{if(e===null||tr.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return rr(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=rr(e[r],t)||`null`;return n+=`]`}if(!t&&(sr!==or&&e instanceof sr||cr!==or&&e instanceof cr))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=nr.get(e)||Math.random().toString(36).slice(2);return nr.set(e,o),rr({__key:o},t)}tr.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=rr(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=rr(a[c],t)+`:`+u)}return tr.delete(e),s+=`}`},ir=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||tr.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)ir(e,`${t}.${r}`,n[r]);else if(n instanceof sr||n instanceof cr)e.set(t,n);else for(var a in tr.add(n),n)ir(e,`${t}.${a}`,n[a])}},ar=(e,t)=>(tr.clear(),rr(e,t||!1)),or=class{},sr=typeof File<`u`?File:or,cr=typeof Blob<`u`?Blob:or,lr=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,ur=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,dr=(e,t)=>t%2==0?e.replace(ur,`
`):e,fr=e=>e.split(lr).map(dr).join(``).trim(),pr=new Map,mr=new Map,hr=e=>{var t;return typeof e==`string`?t=fr(e):e.loc&&mr.get(e.__key)===e?t=e.loc.source.body:(t=pr.get(e)||fr(wn(e)),pr.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},gr=e=>{var t;if(e.documentId)t=er(e.documentId);else if(t=er(hr(e)),e.definitions){var n=yr(e);n&&(t=er(`\n# ${n}`,t))}return t},_r=e=>{var t,n;return typeof e==`string`?(t=gr(e),n=mr.get(t)||bn(e,{noLocation:!0})):(t=e.__key||gr(e),n=mr.get(t)||e),n.loc||hr(n),n.__key=t,mr.set(t,n),n},vr=(e,t,n)=>{var r=t||{},i=_r(e),a=ar(r,!0),o=i.__key;return a!==`{}`&&(o=er(a,o)),{key:o,query:i,variables:r,extensions:n}},yr=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===nn.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},br=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new $n({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},xr=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=xr(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=xr(e[i],t[i]);return e}}return t},Sr=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=xr(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=xr(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new $n({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},Cr=(e,t,n)=>({operation:e,data:void 0,error:new $n({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function wr(e){var t={query:void 0,documentId:void 0,operationName:yr(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=hr(e.query)),t}var Tr=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=Er(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?ar(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},Er=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},Dr=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=ar(t),r=(e=>{var t=new Map;return(sr!==or||cr!==or)&&(tr.clear(),ir(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,ar({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},Or=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=Dr(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},kr=/boundary="?([^=";]+)"?/i,Ar=/data: ?([^\n]+)/;async function*jr(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*Mr(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*Nr(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(kr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of Mr(jr(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of Mr(jr(e),`

`)){var r=n.match(Ar);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?Sr(i,l,a,c):br(e,l,a),r=!1,yield i,r=!0;i||(yield i=br(e,{},a))}catch(t){if(!r)throw t;yield Cr(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function Pr(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),Nn((()=>{r&&r.abort()}))(G((e=>!!e))(Hn(Nr(e,t,n))))}var Fr=(e,t)=>{if(Array.isArray(e))for(var n=0,r=e.length;n<r;n++)Fr(e[n],t);else if(typeof e==`object`&&e)for(var i in e)i===`__typename`&&typeof e[i]==`string`?t.add(e[i]):Fr(e[i],t);return t},Ir=e=>{if(`definitions`in e){for(var t=[],n=0,r=e.definitions.length;n<r;n++){var i=Ir(e.definitions[n]);t.push(i)}return{...e,definitions:t}}if(`directives`in e&&e.directives&&e.directives.length){for(var a=[],o={},s=0,c=e.directives.length;s<c;s++){var l=e.directives[s],u=l.name.value;u[0]===`_`?u=u.slice(1):a.push(l),o[u]=l}e={...e,directives:a,_directives:o}}if(`selectionSet`in e){var d=[],f=e.kind===nn.OPERATION_DEFINITION;if(e.selectionSet){for(var p=0,m=e.selectionSet.selections.length;p<m;p++){var h=e.selectionSet.selections[p];f||=h.kind===nn.FIELD&&h.name.value===`__typename`&&!h.alias;var g=Ir(h);d.push(g)}return f||d.push({kind:nn.FIELD,name:{kind:nn.NAME,value:`__typename`},_generated:!0}),{...e,selectionSet:{...e.selectionSet,selections:d}}}}return e},Lr=new Map,Rr=e=>{var t=_r(e),n=Lr.get(t.__key);return n||(Lr.set(t.__key,n=Ir(t)),Object.defineProperty(n,"__key",{value:t.__key,enumerable:!1})),n};function zr(e){var t=t=>e(t);return t.toPromise=()=>Zn(Rn(1)(G((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>Yn(e)(t),t}function Br(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var Vr=(e,t)=>Br(e.kind,e,{meta:{...e.context.meta,...t}}),Hr=()=>{},Ur=({kind:e})=>e!==`mutation`&&e!==`query`,Wr=e=>{var t=Rr(e.query);if(t!==e.query){var n=Br(e.kind,e);return n.query=t,n}return e},Gr=({forward:e,client:t,dispatchDebug:n})=>{var r=new Map,i=new Map,a=e=>e.kind===`query`&&e.context.requestPolicy!==`network-only`&&(e.context.requestPolicy===`cache-only`||r.has(e.key));return n=>Mn([kn((e=>{var n=r.get(e.key),i=n||br(e,{data:null});return i={...i,operation:Vr(e,{cacheOutcome:n?`hit`:`miss`})},e.context.requestPolicy===`cache-and-network`&&(i.stale=!0,Kr(t,e)),i}))(G((e=>!Ur(e)&&a(e)))(n)),Pn((e=>{var{operation:n}=e;if(n){var a=n.context.additionalTypenames||[];if(e.operation.kind!==`subscription`&&(a=(e=>[...Fr(e,new Set)])(e.data).concat(a)),e.operation.kind===`mutation`||e.operation.kind===`subscription`){for(var o=new Set,s=0;s<a.length;s++){var c=a[s],l=i.get(c);l||i.set(c,l=new Set);for(var u of l.values())o.add(u);l.clear()}for(var d of o.values())r.has(d)&&(n=r.get(d).operation,r.delete(d),Kr(t,n))}else if(n.kind===`query`&&e.data){r.set(n.key,e);for(var f=0;f<a.length;f++){var p=a[f],m=i.get(p);m||i.set(p,m=new Set),m.add(n.key)}}}}))(e(G((e=>e.kind!==`query`||e.context.requestPolicy!==`cache-only`))(kn((e=>Vr(e,{cacheOutcome:`miss`})))(Mn([kn(Wr)(G((e=>!Ur(e)&&!a(e)))(n)),G((e=>Ur(e)))(n)])))))])},Kr=(e,t)=>e.reexecuteOperation(Br(t.kind,t,{requestPolicy:`network-only`})),qr=({forward:e,dispatchDebug:t})=>t=>Mn([An((e=>{var n=wr(e),r=Tr(e,n),i=Or(e,n);return zn(G((t=>t.kind===`teardown`&&t.key===e.key))(t))(Pr(e,r,i))}))(G((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(G((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),Jr=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return In(e(In(t)))},dispatchDebug(e){}})),n),Yr=({onOperation:e,onResult:t,onError:n})=>({forward:r})=>i=>An((e=>{n&&e.error&&n(e.error,e.operation);var r=t&&t(e)||e;return`then`in r?Jn(r):Gn(r)}))(r(An((t=>{if(t.kind===`teardown`)return Gn(t);var n=e&&e(t)||t;return`then`in n?zn(G((e=>e.kind===`teardown`&&e.key===t.key))(i))(Jn(n)):Gn(n)}))(i))),Xr=({dispatchDebug:e})=>e=>G((e=>!1))(e),Zr=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=qn();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=zn(G((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(G((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?Ln((t=>{var n=Gn(t);return t.stale||t.hasNext?n:Mn([n,kn((()=>(t.stale=!0,t)))(Rn(1)(G((t=>t.key===e.key))(c.source)))])}))(t):Bn((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?Fn((()=>{l(e)}))(t):Nn((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Br(`teardown`,e,e.context))}))(Pn((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),In(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Br(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?zr(f(e)):zr(Vn((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=Fn((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?Ln(Gn)(Mn([t,G((t=>t===r.get(e.key)))(Gn(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return Yn((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(vr(e,t),n),subscription:(e,t,n)=>m.executeSubscription(vr(e,t),n),mutation:(e,t,n)=>m.executeMutation(vr(e,t),n)}),h=Hr,g=In(Jr(t.exchanges)({client:m,dispatchDebug:h,forward:Xr({dispatchDebug:h})})(c.source));return Xn(g),m},Qr=`hookwright.token`,$r=new Set,ei=``;function ti(){let e=new URLSearchParams(location.hash.slice(1)).get(`token`);e!==null&&(history.replaceState(null,``,location.pathname+location.search),e.trim()&&sessionStorage.setItem(Qr,e.trim()))}var ni=()=>sessionStorage.getItem(Qr),ri=()=>ei;function ii(e){sessionStorage.setItem(Qr,e),ei=``,si()}function ai(e=``){sessionStorage.removeItem(Qr),ei=e,si()}function oi(e){return $r.add(e),()=>$r.delete(e)}function si(){for(let e of $r)e()}var ci=()=>new Zr({url:`/graphql`,preferGetMethod:!1,exchanges:[Yr({onError:e=>{di(e)&&ai(`This token is not accepted. It may have been revoked, or be another server's.`)}}),Gr,qr],requestPolicy:`cache-and-network`,fetchOptions:()=>({headers:{authorization:`Bearer ${ni()??``}`}})}),li=ci();oi(()=>{li=ci()});var ui=()=>li,di=e=>e.graphQLErrors.some(e=>e.extensions?.code===`UNAUTHENTICATED`)||e.response?.status===401;function fi(e){return`graphQLErrors`in e&&e.graphQLErrors.length>0?e.graphQLErrors.map(e=>e.message).join(` `):`The server does not answer. Is it running? This page tries again by itself.`}async function K(e,t){let n=await li.mutation(e.toString(),{input:t}).toPromise();if(n.error||!n.data)return{payload:null,problems:[{code:`FAILED`,message:n.error?fi(n.error):`The server gave no answer.`,path:[`input`]}]};let r=Object.entries(n.data).find(([e])=>e!==`__typename`)?.[1],i=r.errors??[];return mi(),{payload:r,problems:i}}var pi=new Set;function mi(){for(let e of pi)e()}function hi(e){return pi.add(e),()=>pi.delete(e)}function gi(e){return JSON.parse(JSON.stringify(e,(e,t)=>e===`__typename`?void 0:t))}function _i(e,t,{pollMs:n=0,isPaused:r=!1}={}){let i=e.toString()+JSON.stringify(t),[a,o]=k({key:``,error:``}),s=j(t);s.current=t;let c=Re(()=>{r||ui().query(e.toString(),s.current,{requestPolicy:`network-only`}).toPromise()},[i,r]);A(()=>{if(r)return;let{unsubscribe:t}=ui().query(e.toString(),s.current).subscribe(e=>{o(t=>({key:i,data:e.data??(t.key===i?t.data:void 0),error:e.error?fi(e.error):``}))}),n=hi(c);return()=>{t(),n()}},[i,r,c]),A(()=>{if(!n||r)return;let e=()=>globalThis.document.visibilityState===`visible`&&c(),t=setInterval(e,n);return globalThis.document.addEventListener(`visibilitychange`,e),()=>{clearInterval(t),globalThis.document.removeEventListener(`visibilitychange`,e)}},[n,r,c]);let l=a.key===i;return{data:l?a.data:void 0,error:l?a.error:``,isLoading:!r&&(!l||a.data===void 0&&a.error===``),refresh:c}}var q=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new q(`
    fragment Problem on UserError {
  code
  message
  path
}
    `,{fragmentName:`Problem`}),new q(`
    fragment KV on KeyValue {
  name
  value
}
    `,{fragmentName:`KV`}),new q(`
    fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`AuthorizationParts`}),new q(`
    fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}`,{fragmentName:`RequestParts`}),new q(`
    fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`RuleParts`}),new q(`
    fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`CodeParts`}),new q(`
    fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}`,{fragmentName:`VerificationParts`}),new q(`
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
    `,{fragmentName:`DeliveryRow`}),new q(`
    fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}
    `,{fragmentName:`BodyParts`}),new q(`
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}
    `,{fragmentName:`Account`}),new q(`
    fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}
    `,{fragmentName:`ReplayParts`}),new q(`
    fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}
    `,{fragmentName:`PreviewedParts`}),new q(`
    fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`ExchangeParts`}),new q(`
    fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`,{fragmentName:`RegistrationParts`}),new q(`
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}
    `,{fragmentName:`RunRow`});var vi=new q(`
    query Viewer {
  viewer {
    ... on Editor {
      project {
        id
        name
      }
    }
  }
}
    `),yi=new q(`
    query Integrations($after: String) {
  integrations(first: 50, after: $after) {
    edges {
      node {
        id
        name
        slug
        apiBaseUrl
        createdAt
        provider {
          slug
          name
        }
        sandboxCredential {
          id
        }
        triggers(first: 100) {
          edges {
            node {
              id
              status
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),bi=new q(`
    query Catalog($search: String, $after: String) {
  providers(search: $search, first: 60, after: $after) {
    edges {
      node {
        slug
        name
        description
        level
        creation
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),xi=new q(`
    query CatalogEntry($slug: String!) {
  provider(slug: $slug) {
    slug
    name
    description
    documentation
    apiBaseUrl
    level
    creation
    manual
    notes
    fields {
      name
      label
      help
      isSecret
    }
    secrets {
      name
      label
      help
      value
    }
    schemes {
      slug
      name
      covers {
        body
        time
        url
      }
    }
    handshakes {
      name
    }
    routing
  }
}
    `),Si=new q(`
    query Integration($id: ID!) {
  integration(id: $id) {
    id
    name
    slug
    apiBaseUrl
    webhookUrl
    removalImpact {
      explanation
    }
    createdAt
    provider {
      slug
      name
      documentation
      manual
      notes
      fields {
        name
        label
        help
        isSecret
      }
      authorization {
        ...AuthorizationParts
      }
    }
    authorization {
      accountValues
      scheme {
        ...AuthorizationParts
      }
    }
    oauth {
      authorizeUrl
      tokenUrl
      revokeUrl
      redirectUrl
      clientId
      clientSecret
      clientAuthentication
      grant
      scopes
      scopeSeparator
      usesPkce
      missing
      extra {
        ...KV
      }
    }
    providerIdLookup {
      value
      request {
        ...RequestParts
      }
    }
    sandboxCredential {
      ...Account
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`);new q(`
    query AccountExchange($id: ID!) {
  node(id: $id) {
    ... on Credential {
      id
      exchange {
        ...ExchangeParts
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`);var Ci=new q(`
    query Accounts($id: ID!, $after: String) {
  integration(id: $id) {
    id
    credentials(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`),wi=new q(`
    query Triggers($id: ID!, $after: String) {
  integration(id: $id) {
    id
    triggers(first: 50, after: $after) {
      edges {
        node {
          id
          name
          description
          status
          level
          creation
          hasDraft
          updatedAt
          wizard {
            stepsRemaining
          }
          sample {
            id
            receivedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `),Ti=new q(`
    query Unrouted($id: ID!, $after: String) {
  integration(id: $id) {
    id
    unrouted(first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
          verdicts {
            providerIds
          }
          nearMisses {
            message
            credential {
              id
              userId
              providerId
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Ei=new q(`
    mutation CreateIntegration($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Di=new q(`
    mutation UpdateIntegration($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Oi=new q(`
    mutation DeleteIntegration($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) {
    deletedIntegrationId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ki=new q(`
    mutation ConnectAccount($input: ConnectAccountInput!) {
  connectAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ai=new q(`
    mutation DisconnectAccount($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) {
    credential {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ji=new q(`
    mutation StartOAuth($input: StartOAuthInput!) {
  startOAuth(input: $input) {
    authorizationUrl
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Mi=new q(`
    mutation LookUpProviderId($input: LookUpProviderIdInput!) {
  lookUpProviderId(input: $input) {
    credential {
      id
      providerId
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ni=new q(`
    mutation RefreshAccount($input: RefreshAccountInput!) {
  refreshAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Pi=new q(`
    query Settings {
  viewer {
    ... on Editor {
      project {
        id
        name
        createdAt
        secrets {
          name
          updatedAt
        }
        editorTokens {
          id
          name
          createdAt
          revokedAt
        }
        userTokenKeys {
          id
          name
          algorithm
          createdAt
          revokedAt
        }
      }
    }
  }
}
    `);new q(`
    query SecretNames {
  viewer {
    ... on Editor {
      project {
        id
        secrets {
          name
        }
      }
    }
  }
}
    `);var Fi=new q(`
    mutation SetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    secret {
      name
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ii=new q(`
    mutation DeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    deletedName
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Li=new q(`
    mutation CreateEditorToken($input: CreateEditorTokenInput!) {
  createEditorToken(input: $input) {
    token
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ri=new q(`
    mutation RevokeEditorToken($input: RevokeEditorTokenInput!) {
  revokeEditorToken(input: $input) {
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),zi=new q(`
    mutation CreateUserTokenKey($input: CreateUserTokenKeyInput!) {
  createUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Bi=new q(`
    mutation RevokeUserTokenKey($input: RevokeUserTokenKeyInput!) {
  revokeUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Vi=new q(`
    query Replays($after: String) {
  replays(first: 10, after: $after) {
    edges {
      node {
        ...ReplayParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),Hi=new q(`
    mutation PreviewRetryRuns($input: PreviewRetryRunsInput!) {
  previewRetryRuns(input: $input) {
    count
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ui=new q(`
    mutation RetryRuns($input: RetryRunsInput!) {
  retryRuns(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),Wi=new q(`
    mutation PreviewReplayEvents($input: PreviewReplayEventsInput!) {
  previewReplayEvents(input: $input) {
    count
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Gi=new q(`
    mutation ReplayEvents($input: ReplayEventsInput!) {
  replayEvents(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),Ki=new q(`
    mutation CancelReplay($input: CancelReplayInput!) {
  cancelReplay(input: $input) {
    replay {
      ...ReplayParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment ReplayParts on Replay {
  id
  kind
  state
  total
  done
  failed
  createdAt
  updatedAt
}`),qi=new q(`
    mutation SetExpectedSilence($input: SetExpectedSilenceInput!) {
  setExpectedSilence(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ji=new q(`
    query TriggerHealth($id: ID!) {
  trigger(id: $id) {
    id
    health {
      checkedAt
      lastEventAt
      eventsPerDay
      expectedSilenceSeconds
      isSilent
      silentSince
      drift {
        path
        was
        now
      }
    }
  }
}
    `),Yi=new q(`
    mutation Diagnose($input: DiagnoseSignatureInput!) {
  diagnoseSignature(input: $input) {
    diagnosis {
      explanation
      tried
      findings {
        explanation
        changes
        isStale
        secretName
        verification
        covers {
          body
          time
          url
        }
        providers {
          name
        }
      }
      hints {
        code
        message
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Xi=new q(`
    mutation ApplyDiagnosis($input: ApplyDiagnosisInput!) {
  applyDiagnosis(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Zi=new q(`
    mutation PreviewHandling($input: PreviewHandlingInput!) {
  previewHandling(input: $input) {
    preview {
      changed
      deliveries {
        isChanged
        delivery {
          id
          receivedAt
        }
        before {
          ...PreviewedParts
        }
        after {
          ...PreviewedParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}`),Qi=new q(`
    mutation RetryRegistration($input: RetryRegistrationInput!) {
  retryRegistration(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),$i=new q(`
    mutation MarkRegistrationRemoved($input: MarkRegistrationRemovedInput!) {
  markRegistrationRemoved(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ea=new q(`
    mutation Reconcile($input: ReconcileRegistrationsInput!) {
  reconcileRegistrations(input: $input) {
    listed
    findings {
      id
      kind
      explanation
      providerWebhookUrl
      providerState
    }
    exchange {
      ...ExchangeParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`),ta=new q(`
    mutation FixFinding($input: FixRegistrationFindingInput!) {
  fixRegistrationFinding(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),na=new q(`
    mutation EnableWorkflow($input: EnableWorkflowInput!) {
  enableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ra=new q(`
    mutation DisableWorkflow($input: DisableWorkflowInput!) {
  disableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ia=new q(`
    query Trigger($id: ID!) {
  trigger(id: $id) {
    id
    name
    description
    creation
    level
    status
    hasDraft
    providerSlug
    targetUrl
    updatedAt
    integration {
      id
      name
      slug
      apiBaseUrl
      webhookUrl
      provider {
        slug
        name
        manual
        documentation
        notes
        secrets {
          name
          label
          help
          value
        }
        schemes {
          slug
          name
          secretNames
          covers {
            body
            time
            url
          }
        }
        examples {
          name
        }
      }
      sandboxCredential {
        id
        userId
        providerId
      }
    }
    wizard {
      step
      stepsRemaining
      canFinish
      steps {
        step
        isComplete
        missing {
          ...Problem
        }
      }
    }
    removalImpact {
      explanation
    }
    finishImpact {
      registrations
      reasons
    }
    setup {
      keep {
        ...KV
      }
      request {
        ...RequestParts
      }
      teardown {
        ...RequestParts
      }
      renewal {
        every
        expiresAt
        request {
          ...RequestParts
        }
      }
      listing {
        items
        id
        url
        keptAs
        state
        active
        request {
          ...RequestParts
        }
      }
    }
    response {
      kind
      rejectedStatus
      acknowledgement {
        status
        text
        json
        headers {
          ...KV
        }
      }
      code {
        ...CodeParts
      }
      handshakes {
        ...RuleParts
      }
    }
    handling {
      routing
      deduplicationKey
      eventType
      filter {
        any {
          all {
            path
            operator
            value
          }
        }
      }
      verification {
        ...VerificationParts
      }
    }
    sample {
      ...DeliveryRow
    }
    persistedValues {
      name
      scope
      writtenAt
    }
    shownValues {
      name
      value
      at
      isVerified
      replacements
      deliveryId
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),aa=new q(`
    query Variables($id: ID!, $step: WizardStep!) {
  trigger(id: $id) {
    id
    variables(step: $step) {
      name
      label
      variables {
        path
        label
        sample
        isSecret
      }
    }
  }
}
    `),oa=new q(`
    query UserUrl($id: ID!, $credential: ID!) {
  trigger(id: $id) {
    id
    userTargetUrl(credentialId: $credential)
  }
}
    `),sa=new q(`
    query ReadyHandshakes {
  readyHandshakes {
    name
    description
    source
    parameters {
      name
      description
    }
    rule {
      ...RuleParts
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}`),ca=new q(`
    query ResponsePreview($id: ID!) {
  trigger(id: $id) {
    id
    responsePreview {
      problem
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),la=new q(`
    query Deliveries($id: ID!, $outcome: [DeliveryOutcome!], $after: String) {
  trigger(id: $id) {
    id
    name
    deliveries(outcome: $outcome, first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),ua=new q(`
    query Registrations($id: ID!, $after: String) {
  trigger(id: $id) {
    id
    name
    level
    registrations(first: 30, after: $after) {
      edges {
        node {
          ...RegistrationParts
          history {
            deed
            exchange {
              ...ExchangeParts
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),da=new q(`
    query LastSetup($id: ID!) {
  trigger(id: $id) {
    id
    registrations(first: 10) {
      edges {
        node {
          ...RegistrationParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),fa=new q(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    ...DeliveryRow
    headers {
      ...KV
    }
    query {
      ...KV
    }
    body {
      ...BodyParts
    }
    reply {
      status
      headers {
        ...KV
      }
      body {
        ...BodyParts
      }
    }
    verdicts {
      outcome
      cause
      explanation
      isVerified
      providerIds
      trigger {
        id
        name
      }
      events {
        id
        credential {
          id
          userId
          providerId
        }
        runs {
          id
          state
          workflow {
            id
            name
          }
        }
      }
      leftOut {
        reason
        workflow {
          id
          name
        }
      }
    }
    isReplay
    replayOf {
      id
      receivedAt
    }
    nearMisses {
      message
      path
      kind
      credential {
        id
        userId
        providerId
      }
    }
    duplicateOf {
      id
      receivedAt
    }
    console {
      level
      purpose
      text
    }
    followUp {
      state
      method
      url
      status
      error
      attempts
      nextAt
    }
    shownValues {
      name
      value
      isVerified
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),pa=new q(`
    subscription Listen($triggerId: ID!, $after: String) {
  listenForEvents(triggerId: $triggerId, after: $after) {
    __typename
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),ma=new q(`
    mutation CreateTrigger($input: CreateTriggerInput!) {
  createTrigger(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ha=new q(`
    mutation UpdateBasicInfo($input: UpdateBasicInfoInput!) {
  updateBasicInfo(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ga=new q(`
    mutation UpdateWebhookSetup($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),_a=new q(`
    mutation UpdateWebhookResponse($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),va=new q(`
    mutation UpdateEventHandling($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ya=new q(`
    mutation SendSetupRequest($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration {
      ...RegistrationParts
    }
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),ba=new q(`
    mutation ClearPersistedValues($input: ClearPersistedValuesInput!) {
  clearPersistedValues(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),xa=new q(`
    mutation SendSample($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) {
    delivery {
      ...DeliveryRow
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Sa=new q(`
    mutation RunCode($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) {
    result {
      value
      bytes
      explanation
      isVerified
      isHandshake
      cause
      persists
      missingParameters
      wallMilliseconds
      cpuMilliseconds
      console {
        level
        text
      }
      error {
        failure
        message
        hint
        line
        column
      }
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),Ca=new q(`
    mutation FinishTrigger($input: FinishTriggerInput!) {
  finishTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),wa=new q(`
    mutation DisableTrigger($input: DisableTriggerInput!) {
  disableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ta=new q(`
    mutation EnableTrigger($input: EnableTriggerInput!) {
  enableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ea=new q(`
    mutation DeleteTrigger($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) {
    deletedTriggerId
    standing {
      id
      reason
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Da=new q(`
    query Workflows($after: String) {
  workflows(first: 50, after: $after) {
    edges {
      node {
        id
        name
        status
        stoppedReason
        endpoint
        createdAt
        trigger {
          id
          name
          integration {
            id
            name
          }
        }
        dead: runs(first: 1, state: [DEAD]) {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Oa=new q(`
    query FinishedTriggers {
  integrations(first: 100) {
    edges {
      node {
        id
        name
        triggers(status: ACTIVE, first: 100) {
          edges {
            node {
              id
              name
              description
            }
          }
        }
      }
    }
  }
}
    `),ka=new q(`
    query Workflow($id: ID!) {
  workflow(id: $id) {
    id
    name
    endpoint
    isOrdered
    status
    stoppedReason
    createdAt
    updatedAt
    filter {
      any {
        all {
          path
          operator
          value
        }
      }
    }
    removalImpact {
      explanation
    }
    secrets {
      createdAt
      expiresAt
    }
    trigger {
      id
      name
      level
      targetUrl
      integration {
        id
        name
        sandboxCredential {
          id
        }
      }
    }
    testData {
      delivery {
        id
        receivedAt
      }
      output {
        sample
        schema
      }
    }
  }
}
    `),Aa=new q(`
    query WorkflowAccounts($id: ID!, $after: String) {
  workflow(id: $id) {
    id
    accounts(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  reason
  expiresAt
  createdAt
  removalImpact {
    explanation
  }
}`),ja=new q(`
    query Runs($workflowId: ID, $state: [RunState!], $after: String) {
  runs(workflowId: $workflowId, state: $state, first: 30, after: $after) {
    edges {
      node {
        ...RunRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),Ma=new q(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunRow
    eventId
    heldUntil
    output
    trigger {
      id
      name
    }
    delivery {
      id
      receivedAt
    }
    history {
      number
      at
      elapsedMs
      status
      error
      answer
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),Na=new q(`
    subscription TestStep($workflowId: ID!, $after: String) {
  testStep(workflowId: $workflowId, after: $after) {
    __typename
    ... on TestStepWaiting {
      cursor
      text
      targetUrl
    }
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on TestStepResult {
      cursor
      isLookBack
      leftOut
      output
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
  kinds: verdicts {
    eventType
  }
}`),Pa=new q(`
    mutation CreateWorkflow($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Fa=new q(`
    mutation UpdateWorkflow($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) {
    workflow {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ia=new q(`
    mutation DeleteWorkflow($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) {
    deletedWorkflowId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),La=new q(`
    mutation RotateWorkflowSecret($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ra=new q(`
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`);new q(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`);var za=new q(`
    mutation ReplayIntoTestStep($input: ReplayIntoTestStepInput!) {
  replayIntoTestStep(input: $input) {
    delivery {
      id
      outcome
      explanation
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ba=new q(`
    mutation RouteDelivery($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Va=new q(`
    mutation RetryRun($input: RetryRunInput!) {
  retryRun(input: $input) {
    run {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ha=`/assets/icon-CO_GomY6.svg`,Ua=0;Array.isArray;function J(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--Ua,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function Y({kind:e=`plain`,isBusy:t=!1,children:n,class:r,...i}){return J(`button`,{type:`button`,...i,class:`button ${e} ${r??``}`,"aria-busy":t,disabled:i.disabled||t,children:n})}function Wa({does:e,doing:t,onDo:n,...r}){let[i,a]=k(!1),o=j(!0);A(()=>()=>void(o.current=!1),[]);let s=async()=>{a(!0),await n().finally(()=>o.current&&a(!1))};return J(Y,{...r,isBusy:i,onClick:()=>void s(),children:i?t:e})}var Ga=({what:e})=>J(`p`,{class:`loading`,role:`status`,children:[`Loading `,e,` …`]}),Ka=({tone:e=`info`,children:t})=>J(`div`,{class:`notice ${e}`,role:e===`bad`?`alert`:void 0,children:t});function qa({title:e,children:t,action:n}){return J(`div`,{class:`empty`,children:[J(`p`,{class:`empty-title`,children:e}),t&&J(`div`,{class:`empty-text`,children:t}),n]})}function Ja(e,t){return e.data===void 0?e.error?J(Ka,{tone:`bad`,children:[e.error,` `,J(Y,{onClick:e.refresh,children:`Try again`})]}):J(Ga,{what:t}):null}function Ya({title:e,crumbs:t=[],children:n,about:r}){return J(`header`,{class:`head`,children:[t.length>0&&J(`nav`,{class:`crumbs`,"aria-label":`Where this is`,children:t.map(([e,t],n)=>J(`span`,{children:[n>0&&J(`span`,{"aria-hidden":`true`,children:` / `}),J(P,{href:t,children:e})]},t))}),J(`div`,{class:`head-row`,children:[J(`h1`,{children:e}),n&&J(`div`,{class:`head-actions`,children:n})]}),r&&J(`p`,{class:`about`,children:r})]})}function Xa({label:e,tabs:t,current:n}){return J(`nav`,{class:`tabs`,"aria-label":e,children:t.map(([e,t,r])=>J(P,{href:t,"aria-current":e===n?`page`:void 0,children:[e,r!==void 0&&r>0&&J(`span`,{class:`count`,children:r})]},t))})}function Za({text:e,label:t}){let[n,r]=k(!1),i=j(null),a=async()=>{try{await navigator.clipboard.writeText(e)}catch{i.current?.select(),globalThis.document.execCommand(`copy`)}r(!0),setTimeout(()=>r(!1),1500)};return J(`div`,{class:`copy`,children:[J(`input`,{ref:i,class:`mono`,readOnly:!0,value:e,"aria-label":t,onFocus:e=>e.currentTarget.select()}),J(Y,{onClick:()=>void a(),"aria-label":`Copy: ${t}`,children:n?`Copied`:`Copy`})]})}function Qa({hasMore:e,onMore:t}){return e?J(`div`,{class:`more`,children:J(Y,{onClick:t,children:`Show more`})}):null}function $a({ask:e,does:t,doing:n,children:r,onDo:i}){let a=j(null),[o,s]=k(``);return J(S,{children:[J(Y,{kind:`quiet`,class:`danger-text`,onClick:()=>(s(``),a.current?.showModal()),children:e}),J(`dialog`,{ref:a,"aria-label":e,children:[J(`h2`,{children:[e,`?`]}),r,o&&J(Ka,{tone:`bad`,children:o}),J(`div`,{class:`row end`,children:[J(Y,{onClick:()=>a.current?.close(),children:`Cancel`}),J(Wa,{kind:`danger`,does:t,doing:n,onDo:async()=>{let e=await i();e?s(e):a.current?.close()}})]})]})]})}var eo=Se({problems:[],missing:[],places:new Set});function to({problems:e,missing:t=[],children:n,onSubmit:r,label:i}){let a=Le(()=>new Set,[]);return J(eo.Provider,{value:{problems:e,missing:t,places:a},children:J(`form`,{class:`form`,"aria-label":i,noValidate:!0,onSubmit:e=>{e.preventDefault(),r?.()},children:[n,J(ao,{})]})})}var no=e=>e.path.slice(1).join(`.`),ro=(e,t,n)=>e===t||n&&e.startsWith(`${t}.`);function io(e,t=!1){let n=ze(eo);if(e&&n.places.add(t?`${e}.*`:e),A(()=>()=>void(e&&n.places.delete(t?`${e}.*`:e)),[e,t]),!e)return{wrong:[],missing:[]};let r=n=>[...new Set(n.filter(n=>ro(no(n),e,t)).map(e=>e.message))],i=r(n.problems);return{wrong:i,missing:r(n.missing).filter(e=>!i.includes(e))}}function ao(){let{problems:e,places:t}=ze(eo),n=e=>[...t].some(t=>t.endsWith(`.*`)?ro(e,t.slice(0,-2),!0):e===t),r=e.filter(e=>!n(no(e)));return r.length===0?null:J(`ul`,{class:`problems`,role:`alert`,children:r.map(e=>J(`li`,{children:[no(e)&&J(`code`,{children:no(e)}),` `,e.message]},no(e)+e.message))})}function oo({label:e,path:t,isDeep:n=!1,hint:r,isOptional:i,class:a,children:o}){let s=Be(),{wrong:c,missing:l}=io(t,n),u=`${s}-notes`,d=!!r||c.length+l.length>0;return J(`div`,{class:`field ${c.length?`wrong`:l.length?`missing`:``} ${a??``}`,children:[J(`label`,{for:s,children:[e,i&&J(`span`,{class:`optional`,children:` optional`})]}),o({id:s,"aria-describedby":d?u:void 0,"aria-invalid":c.length>0||void 0}),d&&J(`div`,{id:u,class:`notes`,children:[c.map(e=>J(`p`,{class:`wrong-text`,children:e},e)),l.map(e=>J(`p`,{class:`missing-text`,children:e},e)),r&&J(`div`,{class:`hint`,children:r})]})]})}function X({label:e,path:t,hint:n,isOptional:r,value:i,onValue:a,isMono:o,...s}){return J(oo,{label:e,path:t,hint:n,isOptional:r,class:s.class,children:e=>J(`input`,{type:`text`,autoComplete:`off`,spellcheck:!1,...s,...e,class:o?`mono`:``,value:i,onInput:e=>a(e.currentTarget.value)})})}function so({label:e,path:t,hint:n,isOptional:r,value:i,onValue:a,rows:o=3,isMono:s}){return J(oo,{label:e,path:t,hint:n,isOptional:r,children:e=>J(`textarea`,{...e,rows:o,class:s?`mono`:``,spellcheck:!s,value:i,onInput:e=>a(e.currentTarget.value)})})}function co({label:e,path:t,hint:n,isOptional:r,value:i,options:a,onValue:o,class:s}){return J(oo,{label:e,path:t,hint:n,isOptional:r,class:s,children:e=>J(`select`,{...e,value:i,onChange:e=>o(e.currentTarget.value),children:a.map(([e,t])=>J(`option`,{value:e,children:t},e))})})}function lo({label:e,path:t,value:n,options:r,onValue:i,isCompact:a}){let o=Be(),{wrong:s,missing:c}=io(t);return J(`fieldset`,{class:`choice ${a?`compact`:``}`,children:[J(`legend`,{children:e}),J(`div`,{class:`choices`,children:r.map(([e,t,r])=>J(`label`,{class:e===n?`chosen`:``,children:[J(`input`,{type:`radio`,name:o,checked:e===n,onChange:()=>i(e)}),J(`span`,{children:[J(`span`,{class:`choice-name`,children:t}),r&&J(`span`,{class:`choice-about`,children:r})]})]},e))}),[...s.map(e=>[e,`wrong-text`]),...c.map(e=>[e,`missing-text`])].map(([e,t])=>J(`p`,{class:t,children:e},e))]})}function uo({label:e,value:t,onValue:n,hint:r}){let i=Be();return J(`div`,{class:`check`,children:[J(`input`,{id:i,type:`checkbox`,checked:t,onChange:e=>n(e.currentTarget.checked),"aria-describedby":r?`${i}-hint`:void 0}),J(`label`,{for:i,children:e}),r&&J(`p`,{id:`${i}-hint`,class:`hint`,children:r})]})}var fo={EVENT:[`Event`,`good`],HANDSHAKE:[`Handshake`,`info`],REJECTED:[`Rejected`,`bad`],FILTERED:[`Filtered`,`plain`],UNROUTED:[`Unrouted`,`warn`],DUPLICATE:[`Duplicate`,`plain`]},po=Object.keys(fo),mo=e=>fo[e]?.[0]??go(e);function ho({outcome:e}){return J(Z,{tone:fo[e]?.[1]??`plain`,children:mo(e)})}function Z({tone:e,children:t}){return J(`span`,{class:`badge ${e}`,children:t})}function go(e){let t=e.toLowerCase().replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var _o=e=>e.kinds.find(e=>e.eventType)?.eventType??``;function vo(e){let{document:t,variables:n,pick:r,what:i,empty:a,pollMs:o=1e4,after:s=null,children:c}=e,l=_i(t,{...n,after:s},{pollMs:o}),[u,d]=k(null),f=l.data&&r(l.data);return f?f.edges.length===0?s===null?a:null:J(S,{children:[c(f.edges.map(e=>e.node)),u?J(vo,{...e,after:u}):J(Qa,{hasMore:f.pageInfo.hasNextPage,onMore:()=>d(f.pageInfo.endCursor??null)})]}):Ja(l,i)}function yo({slug:e}){return e===`by-hand`?J(Co,{}):e?J(xo,{slug:e}):J(bo,{})}function bo(){let[e,t]=k(``),[n,r]=k(``);return A(()=>{let t=setTimeout(()=>r(e.trim()),150);return()=>clearTimeout(t)},[e]),J(`div`,{class:`page`,children:[J(Ya,{title:`Catalog`,crumbs:[[`Integrations`,`/`]],about:`Providers whose webhooks are known: how they are created, answered and signed. All of it can be changed afterwards.`,children:J(P,{class:`button`,href:`/catalog/by-hand`,children:`Describe one by hand`})}),J(`input`,{type:`search`,"aria-label":`Search providers`,placeholder:`Search: slack, payments, HMAC …`,value:e,autoFocus:!0,onInput:e=>t(e.currentTarget.value)}),J(vo,{document:bi,variables:{search:n||null},pick:e=>e.providers,what:`providers`,pollMs:0,empty:J(qa,{title:`Nothing is found by “${n}”`,action:J(P,{href:`/catalog/by-hand`,children:`Describe it by hand`}),children:`Any provider works: the wizard asks for how its webhooks are created and signed.`}),children:e=>J(`div`,{class:`grid`,children:e.map(e=>J(P,{class:`card tile`,href:`/catalog/${e.slug}`,children:[J(`span`,{class:`tile-name`,children:e.name}),J(`p`,{children:e.description})]},e.slug))})},n)]})}function xo({slug:e}){let t=_i(xi,{slug:e}),[,n]=Jt(),[r,i]=k([]),a=t.data?.provider;return a?J(`div`,{class:`page`,children:[J(Ya,{title:a.name,crumbs:[[`Catalog`,`/catalog`]],about:a.description,children:[J(`a`,{class:`button`,href:a.documentation,target:`_blank`,rel:`noreferrer noopener`,children:`Its documentation`}),J(Wa,{kind:`primary`,does:`Use this provider`,doing:`Adding …`,onDo:async()=>{let t=await K(Ei,{provider:e});i(t.problems),t.payload?.integration&&n(`/integrations/${t.payload.integration.id}`)}})]}),J(to,{label:`Use this provider`,problems:r,children:J(So,{provider:a})})]}):Ja(t,`the provider`)??J(qa,{title:`The catalog has no such provider`,action:J(P,{href:`/catalog`,children:`Search the catalog`})})}function So({provider:e}){return J(`div`,{class:`card`,children:J(`dl`,{class:`facts`,children:[J(`dt`,{children:`Webhooks are created`}),J(`dd`,{children:e.creation===`MANUAL`?`by hand, in the provider's console`:`by a request to its API`}),J(`dt`,{children:`They belong to`}),J(`dd`,{children:e.level===`APP`?`your app; events are routed by Provider ID`:`each connected account`}),e.apiBaseUrl&&J(S,{children:[J(`dt`,{children:`API`}),J(`dd`,{class:`mono`,children:e.apiBaseUrl})]}),J(`dt`,{children:`Signed by`}),J(`dd`,{class:`row`,children:[e.schemes.length===0&&`nothing: it does not sign`,e.schemes.map(e=>J(`span`,{children:[e.name,` `,e.covers.body&&J(Z,{tone:`good`,children:`body`}),` `,e.covers.time&&J(Z,{tone:`good`,children:`time`}),` `,e.covers.url&&J(Z,{tone:`good`,children:`address`})]},e.slug))]}),e.handshakes.length>0&&J(S,{children:[J(`dt`,{children:`Challenges`}),J(`dd`,{children:[e.handshakes.map(e=>e.name).join(`, `),`: answered for you`]})]}),e.secrets.map(e=>J(S,{children:[J(`dt`,{children:e.label}),J(`dd`,{children:e.help})]})),e.manual&&J(S,{children:[J(`dt`,{children:`Where to paste the address`}),J(`dd`,{children:e.manual})]}),e.notes.length>0&&J(S,{children:[J(`dt`,{children:`Good to know`}),J(`dd`,{children:e.notes.join(` `)})]})]})})}function Co(){let[,e]=Jt(),[t,n]=k({name:``,apiBaseUrl:``}),[r,i]=k([]),a=async()=>{let n=await K(Ei,{name:t.name,apiBaseUrl:t.apiBaseUrl||null});i(n.problems),n.payload?.integration&&e(`/integrations/${n.payload.integration.id}`)};return J(`div`,{class:`page`,children:[J(Ya,{title:`An integration by hand`,crumbs:[[`Catalog`,`/catalog`]],about:`For a provider that the catalog does not know, or a product of your own.`}),J(`div`,{class:`card`,children:J(to,{label:`New integration`,problems:r,onSubmit:()=>void a(),children:[J(X,{label:`Name`,path:`name`,value:t.name,onValue:e=>n({...t,name:e}),autoFocus:!0}),J(X,{label:`Base URL of its API`,path:`apiBaseUrl`,isOptional:!0,isMono:!0,placeholder:`https://api.example.com/v1`,hint:`Setup requests with a path alone go below it.`,value:t.apiBaseUrl,onValue:e=>n({...t,apiBaseUrl:e})}),J(`div`,{class:`row end`,children:J(Wa,{kind:`primary`,does:`Add the integration`,doing:`Adding …`,onDo:a})})]})})]})}function wo(){let[e,t]=k(``),[n,r]=k(ri());return J(`main`,{class:`door`,children:J(`div`,{class:`card`,children:[J(`span`,{class:`brand`,children:[J(`img`,{src:Ha,alt:``}),`Hookwright`]}),J(`h1`,{children:`Open the editor`}),J(`p`,{class:`about`,children:[J(`code`,{children:`./run`}),` prints an address that opens this page signed in, and the editor token. The token stays in this tab.`]}),n&&J(Ka,{tone:`bad`,children:n}),J(to,{label:`Sign in`,problems:[],onSubmit:()=>e.trim()?ii(e.trim()):r(`Paste the token first.`),children:[J(X,{label:`Editor token`,type:`password`,value:e,onValue:t,isMono:!0,autoFocus:!0}),J(`div`,{class:`row end`,children:J(Y,{kind:`primary`,type:`submit`,children:`Open`})})]})]})})}var To=[[60,`second`,1],[3600,`minute`,60],[86400,`hour`,3600],[604800,`day`,86400]],Eo=new Intl.RelativeTimeFormat(`en`,{numeric:`auto`});function Do(e,t){let n=Math.round((e.getTime()-t)/1e3);if(Math.abs(n)<3)return`just now`;let r=To.find(([e])=>Math.abs(n)<e);return r?Eo.format(Math.trunc(n/r[2]),r[1]):e.toLocaleDateString(`en`,{year:`numeric`,month:`short`,day:`numeric`})}var Oo=Date.now(),ko=new Set;setInterval(()=>{Oo=Date.now();for(let e of ko)e(Oo)},5e3);function Ao({at:e}){let[,t]=k(Oo);A(()=>(ko.add(t),()=>void ko.delete(t)),[]);let n=new Date(e);return J(`time`,{dateTime:e,title:`${n.toLocaleString()} (${e})`,children:Do(n,Date.now())})}var jo=Se([]);function Mo({triggerId:e,step:t,children:n}){let{data:r}=_i(aa,{id:e,step:t}),i=Le(()=>(r?.trigger?.variables??[]).flatMap(e=>e.variables.map(t=>({...t,sample:t.sample??null,group:e.label}))),[r]);return J(jo.Provider,{value:i,children:n})}jo.Provider;var No=()=>ze(jo),Po=/(\{\{[^{}]*\}\})/;function Fo({text:e}){return J(S,{children:[e.split(Po).map((e,t)=>t%2?J(`mark`,{children:e},t):e),`​`]})}function Io({value:e,onValue:t,ids:n,isTall:r=!1,rows:i=6,placeholder:a}){let o=No(),s=j(null),c=j(null),[l,u]=k(null),[d,f]=k(0),p=Be(),m=l?Lo(o,l.typed):[],h=()=>{let e=s.current;if(!e)return;let t=e.value.slice(0,e.selectionStart??0),n=t.lastIndexOf(`{{`),r=n>=0&&!t.slice(n).includes(`}}`);u(r?{from:n,typed:t.slice(n+2).trim()}:null),f(0)},g=n=>{let r=s.current;if(!r)return;let i=r.selectionStart??e.length,a=l?.from??i,o=e.slice(i).replace(/^\s*\}\}/,``),c=`{{${n}}}`;t(e.slice(0,a)+c+o),u(null),requestAnimationFrame(()=>{r.focus(),r.setSelectionRange(a+c.length,a+c.length)})},_=e=>{if(l&&m.length!==0){if(e.key===`ArrowDown`||e.key===`ArrowUp`)f((d+(e.key===`ArrowDown`?1:m.length-1))%m.length);else if(e.key===`Enter`||e.key===`Tab`)g(m[d].path);else if(e.key===`Escape`)u(null);else return;e.preventDefault(),e.stopPropagation()}},v=()=>{c.current&&s.current&&(c.current.scrollLeft=s.current.scrollLeft,c.current.scrollTop=s.current.scrollTop)},ee={...n,ref:s,value:e,placeholder:a,spellcheck:!1,autoComplete:`off`,role:`combobox`,"aria-expanded":m.length>0,"aria-controls":p,"aria-autocomplete":`list`,"aria-activedescendant":l&&m[d]?`${p}-${d}`:void 0,onInput:e=>(t(e.currentTarget.value),h()),onClick:h,onKeyDown:_,onScroll:v,onBlur:()=>u(null)};return J(`div`,{class:`template ${r?`tall`:``}`,children:[J(`div`,{ref:c,class:`template-marks`,"aria-hidden":`true`,children:J(Fo,{text:e})}),r?J(`textarea`,{...ee,rows:i}):J(`input`,{type:`text`,...ee}),J(`button`,{type:`button`,class:`template-open`,"aria-label":`Insert a variable`,title:`Insert a variable (or type {{)`,onMouseDown:e=>e.preventDefault(),onClick:()=>l?u(null):(s.current?.focus(),f(0),u({from:s.current?.selectionStart??e.length,typed:``})),children:`{ }`}),l&&J(`ul`,{id:p,role:`listbox`,class:`menu`,"aria-label":`Variables`,children:[m.map((e,t)=>J(`li`,{id:`${p}-${t}`,role:`option`,"aria-selected":t===d,ref:e=>void(t===d&&e?.scrollIntoView({block:`nearest`})),onMouseDown:t=>(t.preventDefault(),g(e.path)),children:[J(`span`,{class:`menu-path`,children:e.path}),J(`span`,{class:`menu-sample`,children:e.isSecret?`set, never shown`:e.sample??e.label})]},e.path)),m.length===0&&J(`li`,{class:`menu-none`,children:`Nothing is called so here.`})]})]})}function Lo(e,t){let n=t.toLowerCase(),r=e.filter(e=>e.path.toLowerCase().startsWith(n)),i=e.filter(e=>!r.includes(e)&&`${e.path} ${e.label}`.toLowerCase().includes(n));return[...r,...i].slice(0,60)}function Q({value:e,onValue:t,isTall:n,rows:r,placeholder:i,...a}){return J(oo,{...a,children:a=>J(Io,{value:e,onValue:t,ids:a,isTall:n??!1,rows:r??6,placeholder:i})})}function Ro({label:e,path:t,pairs:n,onPairs:r,add:i=`Add`,names:a=`Name`,hint:o}){let s=(e,t)=>r(n.map((n,r)=>r===e?{...n,...t}:n));return J(`fieldset`,{class:`pairs`,children:[J(`legend`,{children:e}),o&&J(`p`,{class:`hint`,children:o}),n.map((i,o)=>J(Vo,{label:e,path:t&&`${t}.${o}`,names:a,pair:i,index:o,onChange:e=>s(o,e),onRemove:()=>r(n.filter((e,t)=>t!==o))},o)),J(Y,{kind:`quiet`,onClick:()=>r([...n,{name:``,value:``}]),children:[`+ `,i]}),J(zo,{path:t})]})}function zo({path:e}){return J(Bo,{...io(e)})}function Bo({wrong:e,missing:t}){return J(S,{children:[e.map(e=>J(`p`,{class:`wrong-text`,children:e},e)),t.map(e=>J(`p`,{class:`missing-text`,children:e},e))]})}function Vo({label:e,path:t,names:n,pair:r,index:i,onChange:a,onRemove:o}){let s=io(t,!0),c=`${e}, ${i+1}`;return J(S,{children:[J(`div`,{class:`pair ${s.wrong.length?`wrong`:``}`,children:[J(`input`,{class:`mono`,placeholder:n,"aria-label":`${c}: name`,autoComplete:`off`,spellcheck:!1,value:r.name,onInput:e=>a({name:e.currentTarget.value})}),J(Io,{value:r.value,onValue:e=>a({value:e}),ids:{"aria-label":`${c}: value`},placeholder:`Value`}),J(Y,{kind:`quiet`,class:`remove`,"aria-label":`Remove ${c}`,title:`Remove`,onClick:o,children:`×`})]}),J(Bo,{...s})]})}function Ho({integration:e,isSandbox:t,onDone:n}){let r=e.provider?.fields??[],[i,a]=k({userId:t?`sandbox`:``,providerId:``,isSandbox:t,kind:Uo(e),token:``,username:``,password:``,pairs:r.map(e=>({name:e.name,value:``}))}),[o,s]=k([]),[c,l]=k(``),u=e=>a({...i,...e}),d=async()=>{let t=await K(ki,{integrationId:e.id,userId:i.userId,isSandbox:i.isSandbox,providerId:i.providerId||null,authorization:Wo(i)});s(t.problems),t.problems.length===0&&n()},f=async()=>{let t=await K(ji,{integrationId:e.id,userId:i.userId,isSandbox:i.isSandbox});s(t.problems),l(t.payload?.authorizationUrl??``)},p=[...e.oauth?[[`oauth`,`OAuth: the provider asks`]]:[],[`bearer`,`Access token`],[`basic`,`User name and password`],[`headers`,`Headers`],[`query`,`Query parameters`],[`none`,`None: for its events alone`]];return J(`section`,{class:`card`,"aria-label":`Connect an account`,children:[J(`div`,{class:`card-head`,children:J(`h2`,{children:i.isSandbox?`Connect your sandbox account`:`Connect an account`})}),J(to,{label:`Connect an account`,problems:o,onSubmit:()=>void d(),children:[J(`div`,{class:`two`,children:[J(X,{label:`User`,path:`userId`,value:i.userId,hint:`As your product names the customer whose account it is.`,onValue:e=>u({userId:e})}),i.kind!==`oauth`&&J(X,{label:`Provider ID`,path:`providerId`,isOptional:!0,isMono:!0,value:i.providerId,hint:`The id by which the provider names this account in its events. App-level events are routed by it.`,onValue:e=>u({providerId:e})})]}),J(uo,{label:`This is the editor's own test account (sandbox)`,value:i.isSandbox,onValue:e=>u({isSandbox:e}),hint:`An earlier sandbox account is replaced.`}),J(lo,{label:`Its values`,path:`authorization`,isCompact:!0,value:i.kind,options:p,onValue:e=>u({kind:e})}),i.kind===`oauth`&&e.oauth&&e.oauth.missing.length>0&&J(Ka,{tone:`warn`,children:[`The OAuth app is not complete: `,e.oauth.missing.join(`, `),`.`,` `,J(P,{href:`/integrations/${e.id}/settings`,children:`Complete it`})]}),c&&J(Go,{address:c}),i.kind===`bearer`&&J(X,{label:`Access token`,type:`password`,path:`authorization.bearer.token`,value:i.token,isMono:!0,onValue:e=>u({token:e})}),i.kind===`basic`&&J(`div`,{class:`two`,children:[J(X,{label:`User name`,path:`authorization.basic.username`,value:i.username,onValue:e=>u({username:e})}),J(X,{label:`Password`,type:`password`,path:`authorization.basic.password`,value:i.password,onValue:e=>u({password:e})})]}),(i.kind===`headers`||i.kind===`query`)&&J(Ro,{label:`Values`,path:`authorization.${i.kind}`,hint:r.map(e=>`${e.name}: ${e.help}`).join(` `)||`Also read as {{credential.NAME}}.`,pairs:i.pairs,onPairs:e=>u({pairs:e})}),J(`div`,{class:`row end`,children:[!t&&J(Y,{onClick:n,children:`Cancel`}),i.kind===`oauth`?J(Wa,{kind:`primary`,does:`Connect by OAuth`,doing:`Preparing …`,onDo:f}):J(Wa,{kind:`primary`,does:`Connect`,doing:`Connecting …`,onDo:d})]})]})]})}function Uo(e){if(e.oauth)return`oauth`;if((e.provider?.fields.length??0)>0)return`headers`;let t=e.authorization.scheme.kind;return t===`BASIC`?`basic`:t===`NONE`?`none`:`bearer`}function Wo(e){let t=e.pairs.filter(e=>e.name||e.value);return e.kind===`bearer`?{bearer:{token:e.token}}:e.kind===`basic`?{basic:{username:e.username,password:e.password}}:e.kind===`headers`?{headers:t}:e.kind===`query`?{query:t}:{none:!0}}function Go({address:e}){return J(Ka,{tone:`good`,children:[J(`a`,{href:e,target:`_blank`,rel:`noreferrer noopener`,children:`Go on at the provider`}),`: allow the access there, and the account appears here. The link is good once, for ten minutes.`]})}function Ko({integration:e}){let[t,n]=k(!1),r=!!e.sandboxCredential;return J(`div`,{class:`stack`,children:[t||!r?J(Ho,{integration:e,isSandbox:!r,onDone:()=>n(!1)}):J(`div`,{class:`row end`,children:J(Y,{onClick:()=>n(!0),children:`Connect another account`})}),J(vo,{document:Ci,variables:{id:e.id},pick:e=>e.integration?.credentials,what:`accounts`,empty:J(qa,{title:`No account is connected`,children:`The sandbox account is your own test account at the provider: the wizard proves triggers with it.`}),children:t=>J(`ul`,{class:`card tight list`,children:t.map(t=>J(Jo,{row:t,integration:e},t.id))})})]})}var qo={CONNECTED:`good`,DISCONNECTED:`plain`,INVALID:`bad`};function Jo({row:e,integration:t}){let[n,r]=k([]),[i,a]=k(``),{oauth:o,providerIdLookup:s}=t,c=e.status!==`DISCONNECTED`;return J(`li`,{children:[J(`div`,{class:`list-row`,children:[J(`span`,{children:[J(`span`,{class:`list-name`,children:e.userId}),J(`span`,{class:`list-about`,children:[` `,e.providerId?J(S,{children:[`Provider ID `,J(`code`,{children:e.providerId})]}):`no Provider ID`,` `,e.reason]})]}),J(`span`,{class:`list-side`,children:[J(`span`,{children:[`connected `,J(Ao,{at:e.createdAt})]}),e.expiresAt&&J(`span`,{children:[`token ends `,J(Ao,{at:e.expiresAt})]}),e.isSandbox&&J(Z,{tone:`info`,children:`Sandbox`}),J(Z,{tone:qo[e.status]??`plain`,children:go(e.status)}),c&&s&&J(Wa,{kind:`quiet`,does:`Look up its Provider ID`,doing:`Asking …`,onDo:async()=>r((await K(Mi,{credentialId:e.id})).problems)}),c&&e.expiresAt&&J(Wa,{kind:`quiet`,does:`Refresh`,doing:`Refreshing …`,onDo:async()=>r((await K(Ni,{credentialId:e.id})).problems)}),o&&o.missing.length===0&&J(Wa,{kind:`quiet`,does:`Connect again`,doing:`Preparing …`,onDo:async()=>{let n=await K(ji,{integrationId:t.id,credentialId:e.id,userId:e.userId,isSandbox:e.isSandbox});r(n.problems),a(n.payload?.authorizationUrl??``)}}),c&&J(Yo,{row:e})]})]}),(n.length>0||i)&&J(`div`,{class:`arrival-in stack`,children:[n.map(e=>J(`p`,{class:`wrong-text`,role:`alert`,children:e.message},e.message)),i&&J(Go,{address:i})]})]})}function Yo({row:e}){return J($a,{ask:`Disconnect`,does:`Disconnect`,doing:`Disconnecting …`,onDo:async()=>(await K(Ai,{credentialId:e.id})).problems.map(e=>e.message).join(` `),children:[J(`p`,{children:e.removalImpact.explanation}),J(`p`,{children:[`The values of `,e.userId,`'s account are then forgotten, and its events are refused at once.`]})]})}var Xo={kind:`INHERIT`,token:``,username:``,password:``,entries:[]};function Zo(e){switch(e.kind){case`NONE`:return{none:!0};case`BEARER`:return{bearer:{token:e.token}};case`BASIC`:return{basic:{username:e.username,password:e.password}};case`HEADERS`:return{headers:e.entries};case`QUERY`:return{query:e.entries};default:return{inherit:!0}}}function Qo({value:e,path:t,inherit:n,onValue:r}){let i=[[`INHERIT`,n],[`NONE`,`None`],[`BEARER`,`Bearer token`],[`BASIC`,`Basic: user name and password`],[`HEADERS`,`Headers`],[`QUERY`,`Query parameters`]],a=t=>r({...e,...t});return J(S,{children:[J(co,{label:`Authorization`,path:t,value:e.kind,options:i,onValue:e=>a({kind:e})}),e.kind===`BEARER`&&J(Q,{label:`Token`,path:`${t}.bearer.token`,value:e.token,placeholder:`{{secrets.API_TOKEN}}`,onValue:e=>a({token:e})}),e.kind===`BASIC`&&J(`div`,{class:`two`,children:[J(Q,{label:`User name`,path:`${t}.basic.username`,value:e.username,onValue:e=>a({username:e})}),J(Q,{label:`Password`,path:`${t}.basic.password`,value:e.password,placeholder:`{{secrets.PASSWORD}}`,onValue:e=>a({password:e})})]}),e.kind===`HEADERS`&&J(Ro,{label:`Authorization headers`,path:`${t}.headers`,pairs:e.entries,add:`Add a header`,onPairs:e=>a({entries:e})}),e.kind===`QUERY`&&J(Ro,{label:`Authorization parameters`,path:`${t}.query`,pairs:e.entries,add:`Add a parameter`,onPairs:e=>a({entries:e})})]})}function $o({saving:e}){let t=e.problems.length,n={saved:`Saved`,typing:`Not saved yet …`,saving:`Saving …`,refused:t===1?`Not saved: one problem`:`Not saved: ${t} problems`};return J(`span`,{class:`saved ${e.status}`,role:`status`,children:n[e.status]})}var es=500,ts=new Set;async function ns(){return(await Promise.all([...ts].map(e=>e()))).every(Boolean)}var rs=e=>e?Date.parse(e):0;function is(e,t,n){let[r,i]=k(()=>gi(e)),[a,o]=k([]),[s,c]=k(`saved`),l=j({value:r,status:`saved`,seen:JSON.stringify(r),own:rs(t),isBusy:!1,timer:0,save:n});l.current.save=n;let u=e=>{l.current.status=e,c(e)},d=Re(async()=>{let e=l.current;for(clearTimeout(e.timer);e.isBusy;)await new Promise(e=>setTimeout(e,30));if(e.status===`saved`)return!0;e.isBusy=!0;let t=e.value;u(`saving`);let n=await e.save(t);return e.isBusy=!1,e.own=Math.max(e.own,rs(n.version)),o(n.problems),e.value===t?(u(n.problems.length===0?`saved`:`refused`),n.problems.length===0):(u(`typing`),d())},[]),f=Re(e=>{let t=l.current;t.value={...t.value,...e},i(t.value),t.status!==`saving`&&u(`typing`),clearTimeout(t.timer),t.timer=setTimeout(()=>void d(),es)},[]),p=JSON.stringify(gi(e));return A(()=>{let e=l.current,n=rs(t);if(n<e.own||e.status!==`saved`)return;let r=n>e.own&&p!==e.seen;e.seen=p,r&&(e.own=n,e.value=JSON.parse(p),i(e.value),o([]))},[p,t,s]),A(()=>(ts.add(d),()=>{ts.delete(d),l.current.status===`typing`&&d()}),[]),{value:r,set:f,problems:a,status:s,flush:d}}var as={method:`POST`,url:``,headers:[],query:[],kind:`JSON`,json:`{
  "url": "{{settings.webhookURL}}"
}`,form:[],raw:``,contentType:`text/plain; charset=utf-8`,authorization:Xo},os=e=>e==null?``:JSON.stringify(e,null,2);function ss(e,t=as){if(!e)return t;let{method:n,url:r,headers:i,query:a,body:o,authorization:s}=e;return{method:n,url:r,headers:i,query:a,kind:o.kind,json:o.kind===`JSON`?os(o.json):as.json,form:o.form,raw:o.raw,contentType:o.contentType||as.contentType,authorization:s}}var cs=e=>e.filter(e=>e.name||e.value);function ls(e){return{method:e.method,url:e.url,headers:cs(e.headers),query:cs(e.query),body:{NONE:()=>null,JSON:()=>({json:JSON.parse(e.json)}),FORM:()=>({form:cs(e.form)}),RAW:()=>({raw:{text:e.raw,contentType:e.contentType||null}})}[e.kind](),authorization:Zo(e.authorization)}}var us=[`POST`,`PUT`,`PATCH`,`GET`,`DELETE`].map(e=>[e,e]);function ds({draft:e,path:t,baseUrl:n,onDraft:r}){let i=t=>r({...e,...t});return J(S,{children:[J(`div`,{class:`request-line`,children:[J(co,{label:`Method`,path:`${t}.method`,value:e.method,options:us,onValue:e=>i({method:e})}),J(Q,{label:`URL`,path:`${t}.url`,value:e.url,placeholder:n?`/webhooks`:`https://api.example.com/webhooks`,hint:n?`A path alone goes below ${n}`:`The integration has no base URL: an absolute address.`,onValue:e=>i({url:e})})]}),J(Qo,{value:e.authorization,path:`${t}.authorization`,inherit:`Inherit from the integration`,onValue:e=>i({authorization:e})}),J(Ro,{label:`Headers`,path:`${t}.headers`,pairs:e.headers,add:`Add a header`,onPairs:e=>i({headers:e})}),J(Ro,{label:`Query parameters`,path:`${t}.query`,pairs:e.query,add:`Add a parameter`,onPairs:e=>i({query:e})}),J(lo,{label:`Body`,isCompact:!0,value:e.kind,options:[[`JSON`,`JSON`],[`FORM`,`Form`],[`RAW`,`Raw`],[`NONE`,`None`]],onValue:e=>i({kind:e})}),e.kind===`JSON`&&J(Q,{label:`JSON body`,path:`${t}.body`,isDeep:!0,isTall:!0,rows:Math.min(14,Math.max(5,e.json.split(`
`).length+1)),value:e.json,hint:`Templates stand in quotes; alone there, they keep the type of their value. "{{settings.webhookURL}}" is the address to deliver to.`,onValue:e=>i({json:e})}),e.kind===`FORM`&&J(Ro,{label:`Form fields`,path:`${t}.body.form`,pairs:e.form,add:`Add a field`,onPairs:e=>i({form:e})}),e.kind===`RAW`&&J(S,{children:[J(X,{label:`Content type`,path:`${t}.body.raw.contentType`,isMono:!0,value:e.contentType,onValue:e=>i({contentType:e})}),J(Q,{label:`Raw body`,path:`${t}.body.raw`,isDeep:!0,isTall:!0,value:e.raw,onValue:e=>i({raw:e})})]})]})}var fs=[[`AUTHORIZATION_CODE`,`The user allows it on the provider's page`],[`CLIENT_CREDENTIALS`,`By the app's own id and secret`]],ps=[[`POST`,`In the body`],[`BASIC`,`In a header (basic)`],[`NONE`,`Not at all`]];function ms({integration:e}){let t=()=>K(Di,{integrationId:e.id,oauth:{}});return J(`section`,{class:`card`,"aria-labelledby":`oauth-title`,children:e.oauth?J(hs,{integration:e,app:e.oauth}):J(`div`,{class:`card-head`,children:[J(`div`,{children:[J(`h2`,{id:`oauth-title`,children:`OAuth app`}),J(`p`,{class:`hint`,children:`Accounts are connected by values that are entered. With an app of yours at the provider, users connect on the provider's page.`})]}),J(Y,{onClick:()=>void t(),children:`Describe an OAuth app`})]})})}function hs({integration:e,app:t}){let n=is({...t,scopes:t.scopes.join(`
`)},``,async({scopes:t,missing:n,redirectUrl:r,...i})=>{let a={...i,scopes:t.split(/\s+/).filter(Boolean),extra:i.extra.filter(e=>e.name)};return{problems:(await K(Di,{integrationId:e.id,oauth:a})).problems}}),{value:r,set:i}=n;return J(S,{children:[J(`div`,{class:`card-head`,children:[J(`h2`,{id:`oauth-title`,children:`OAuth app`}),J($o,{saving:n})]}),J(to,{label:`OAuth app`,problems:n.problems,children:[t.missing.length>0&&J(Ka,{tone:`warn`,children:[`Before an account can be connected, these are needed: `,t.missing.join(`, `),`.`]}),J(Za,{label:`Redirect URI to register at the provider`,text:t.redirectUrl}),J(`p`,{class:`hint`,children:`Register this redirect URI with your app at the provider.`}),J(`div`,{class:`two`,children:[J(Q,{label:`Client id`,path:`oauth.clientId`,value:r.clientId,onValue:e=>i({clientId:e})}),J(Q,{label:`Client secret`,path:`oauth.clientSecret`,value:r.clientSecret,placeholder:`{{secrets.CLIENT_SECRET}}`,hint:`A template that names the secret; store it in the settings.`,onValue:e=>i({clientSecret:e})}),J(X,{label:`Authorization URL`,path:`oauth.authorizeUrl`,isMono:!0,value:r.authorizeUrl,onValue:e=>i({authorizeUrl:e})}),J(X,{label:`Token URL`,path:`oauth.tokenUrl`,isMono:!0,value:r.tokenUrl,onValue:e=>i({tokenUrl:e})}),J(X,{label:`Revocation URL`,path:`oauth.revokeUrl`,isOptional:!0,isMono:!0,value:r.revokeUrl,onValue:e=>i({revokeUrl:e})}),J(X,{label:`Scopes`,path:`oauth.scopes`,isOptional:!0,isMono:!0,hint:`Between them, a space.`,value:r.scopes.replaceAll(`
`,` `),onValue:e=>i({scopes:e})}),J(co,{label:`How tokens are had`,path:`oauth.grant`,value:r.grant,options:fs,onValue:e=>i({grant:e})}),J(co,{label:`How the app proves itself`,path:`oauth.clientAuthentication`,value:r.clientAuthentication,options:ps,onValue:e=>i({clientAuthentication:e})})]}),J(uo,{label:`Codes are bound by PKCE`,value:r.usesPkce,onValue:e=>i({usesPkce:e})}),J(Ro,{label:`Further parameters`,path:`oauth.extra`,names:`access_type`,add:`Add a parameter`,pairs:r.extra,onPairs:e=>i({extra:e})})]})]})}function gs({integration:e}){let t=e.providerIdLookup,n=is({isOn:!!t,hasRequest:!!t?.request,value:t?.value??``,request:{...ss(t?.request),...t?.request?{}:{method:`GET`,kind:`NONE`}}},``,async t=>{let n=t.isOn?{value:t.value,request:t.hasRequest?ls(t.request):null}:null;return{problems:(await K(Di,{integrationId:e.id,providerIdLookup:n})).problems}}),{value:r,set:i}=n;return J(`section`,{class:`card`,"aria-labelledby":`lookup-title`,children:[J(`div`,{class:`card-head`,children:[J(`div`,{children:[J(`h2`,{id:`lookup-title`,children:`Provider ID`}),J(`p`,{class:`hint`,children:`The id by which the provider names an account in its events.`})]}),J($o,{saving:n})]}),J(to,{label:`Provider ID`,problems:n.problems,children:[J(uo,{label:`It is looked up when an account is connected`,value:r.isOn,onValue:e=>i({isOn:e}),hint:`Otherwise it is entered with the account.`}),r.isOn&&J(S,{children:[J(Q,{label:`Where it stands`,path:`providerIdLookup.value`,value:r.value,placeholder:`{{setup.response.body.team.id}}`,onValue:e=>i({value:e})}),J(uo,{label:`A request asks for it`,value:r.hasRequest,onValue:e=>i({hasRequest:e}),hint:`Otherwise it is read from what came with the token.`}),r.hasRequest&&J(ds,{draft:r.request,path:`providerIdLookup.request`,baseUrl:e.apiBaseUrl??null,onDraft:e=>i({request:e})})]})]})]})}function _s({integration:e}){let[,t]=Jt(),n=is({name:e.name,apiBaseUrl:e.apiBaseUrl??``,authorization:e.authorization.scheme},``,async t=>({problems:(await K(Di,{integrationId:e.id,name:t.name,apiBaseUrl:t.apiBaseUrl||null,authorization:Zo(t.authorization)})).problems})),r=e.authorization.accountValues;return J(`div`,{class:`stack`,children:[J(`section`,{class:`card`,children:[J(`div`,{class:`card-head`,children:[J(`h2`,{children:`API`}),J($o,{saving:n})]}),J(to,{label:`API of the integration`,problems:n.problems,children:[J(`div`,{class:`two`,children:[J(X,{label:`Name`,path:`name`,value:n.value.name,onValue:e=>n.set({name:e})}),J(X,{label:`Base URL`,path:`apiBaseUrl`,isMono:!0,isOptional:!0,value:n.value.apiBaseUrl,onValue:e=>n.set({apiBaseUrl:e})})]}),J(Qo,{value:n.value.authorization,path:`authorization`,inherit:`As each account was connected`,onValue:e=>n.set({authorization:e})}),r.length>0&&J(`p`,{class:`hint`,children:[`It reads these values of the account: `,r.map(e=>`{{credential.${e}}}`).join(`, `)]})]})]}),J(ms,{integration:e}),J(gs,{integration:e}),J(`section`,{class:`card stack`,children:[J(`h2`,{children:`Shared address`}),J(`p`,{class:`hint`,children:`All app-level triggers of this integration share it. With /test at its end it is the sandbox's.`}),J(Za,{label:`Address of app-level events`,text:e.webhookUrl})]}),J(`section`,{class:`card`,children:J(`div`,{class:`card-head`,children:[J(`div`,{children:[J(`h2`,{children:`Delete`}),J(`p`,{class:`hint`,children:`Its accounts and drafts go with it. Refused while one of its triggers is active.`})]}),J($a,{ask:`Delete this integration`,does:`Delete`,doing:`Deleting …`,onDo:async()=>{let n=await K(Oi,{integrationId:e.id});if(n.problems.length>0)return n.problems.map(e=>e.message).join(` `);t(`/`)},children:[J(`p`,{children:e.removalImpact.explanation}),J(`p`,{children:[e.name,`, its accounts and its drafts are removed for good.`]})]})]})})]})}function vs({integration:e}){return J(vo,{document:wi,variables:{id:e.id},pick:e=>e.integration?.triggers,what:`triggers`,pollMs:5e3,empty:J(xs,{id:e.id}),children:e=>J(`ul`,{class:`card tight list`,children:e.map(e=>J(`li`,{children:J(P,{class:`list-row`,href:`/triggers/${e.id}`,children:[J(`span`,{children:[J(`span`,{class:`list-name`,children:e.name}),J(`span`,{class:`list-about`,children:[` `,e.level===`APP`?`App-level`:`User-level`,`,`,` `,e.creation===`MANUAL`?`manual`:`API request`,e.description&&` · ${e.description}`]})]}),J(`span`,{class:`list-side`,children:[e.sample&&J(`span`,{children:[`proven `,J(Ao,{at:e.sample.receivedAt})]}),e.status===`DRAFT`&&J(`span`,{children:ys(e.wizard.stepsRemaining)}),e.hasDraft&&e.status!==`DRAFT`&&J(Z,{tone:`warn`,children:`Changes not live`}),J(bs,{status:e.status})]})]})},e.id))})})}var ys=e=>e===0?`Ready to finish`:`${e} ${e===1?`step`:`steps`} remaining`;function bs({status:e}){return e===`ACTIVE`?J(Z,{tone:`good`,children:`Active`}):e===`DISABLED`?J(Z,{tone:`bad`,children:`Disabled`}):J(Z,{tone:`warn`,children:`Draft`})}var xs=({id:e})=>J(qa,{title:`No trigger yet`,action:J(P,{class:`button primary`,href:`/integrations/${e}/new`,children:`Make the first`}),children:`A trigger says how a webhook is created, answered and signed, and which customer an event belongs to.`});function Ss({integration:e}){return J(vo,{document:Ti,variables:{id:e.id},pick:e=>e.integration?.unrouted,what:`unrouted deliveries`,empty:J(qa,{title:`Every event found its account`,children:`Genuine events whose Provider ID no connected account has are kept here.`}),children:e=>J(`ul`,{class:`card tight list`,children:e.map(e=>J(`li`,{children:J(P,{class:`list-row`,href:`/deliveries/${e.id}`,children:[J(`span`,{children:[J(`span`,{class:`list-name`,children:Cs(e.verdicts)||`No Provider ID`}),J(`span`,{class:`list-about`,children:[` `,e.nearMisses[0]?.message??e.explanation]})]}),J(`span`,{class:`list-side`,children:[J(ho,{outcome:e.outcome}),J(Ao,{at:e.receivedAt})]})]})},e.id))})})}var Cs=e=>[...new Set(e.flatMap(e=>e.providerIds))].join(`, `),ws=[[`triggers`,`Triggers`],[`accounts`,`Accounts`],[`unrouted`,`Unrouted`],[`settings`,`Settings`]];function Ts({id:e,tab:t}){let n=_i(Si,{id:e},{pollMs:1e4}),r=n.data?.integration;if(!r)return Ja(n,`the integration`)??J(qa,{title:`There is no such integration`,action:J(P,{href:`/`,children:`All integrations`})});let i=ws.find(([e])=>e===t)??ws[0];return J(`div`,{class:`page`,children:[J(Ya,{title:r.name,crumbs:[[`Integrations`,`/`]],about:r.provider&&r.provider.name!==r.name?`By ${r.provider.name} of the catalog`:void 0,children:[r.provider&&J(`a`,{class:`button`,href:r.provider.documentation,target:`_blank`,rel:`noreferrer noopener`,children:[r.provider.name,`'s documentation`]}),J(P,{class:`button primary`,href:`/integrations/${e}/new`,children:`New trigger`})]}),J(Xa,{label:`Of this integration`,current:i[1],tabs:ws.map(([t,n])=>[n,`/integrations/${e}/${t}`])}),!r.sandboxCredential&&i[0]===`triggers`&&J(Ka,{children:[`No sandbox account is connected yet: the wizard proves a trigger with your own test account.`,` `,J(P,{href:`/integrations/${e}/accounts`,children:`Connect it`})]}),i[0]===`triggers`&&J(vs,{integration:r}),i[0]===`accounts`&&J(Ko,{integration:r}),i[0]===`unrouted`&&J(Ss,{integration:r}),i[0]===`settings`&&J(_s,{integration:r})]})}function Es(){return J(`div`,{class:`page`,children:[J(Ya,{title:`Integrations`,about:`A product that your customers connect, and the events it sends. Each trigger of an integration is described once and then serves every customer.`,children:J(P,{class:`button primary`,href:`/catalog`,children:`New integration`})}),J(vo,{document:yi,variables:{},pick:e=>e.integrations,what:`integrations`,empty:J(Ds,{}),children:e=>J(`div`,{class:`grid`,children:e.map(e=>J(Os,{row:e},e.id))})})]})}var Ds=()=>J(qa,{title:`No integration yet`,action:J(P,{class:`button primary`,href:`/catalog`,children:`Choose a provider`}),children:`Start from one of the catalog's providers, or describe one of your own.`});function Os({row:e}){let t=e.triggers.edges.map(({node:e})=>e),n=t.filter(e=>e.status===`ACTIVE`).length,r=t.filter(e=>e.status===`DRAFT`).length;return J(P,{class:`card tile`,href:`/integrations/${e.id}`,children:[J(`span`,{class:`tile-name`,children:e.name}),J(`span`,{class:`list-about`,children:[e.provider&&e.provider.name!==e.name?`${e.provider.name} · `:``,`made`,` `,J(Ao,{at:e.createdAt})]}),J(`span`,{class:`row`,children:[n>0&&J(Z,{tone:`good`,children:[n,` active`]}),r>0&&J(Z,{tone:`warn`,children:[r,` in the making`]}),t.length===0&&J(Z,{tone:`plain`,children:`no trigger yet`}),!e.sandboxCredential&&J(Z,{tone:`plain`,children:`no sandbox account`})]})]})}var ks=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),As=function(e){return`/`+e},js={},Ms={},Ns=function(e){return e.pathname.endsWith(`.css`)},Ps=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw delete e[t],n});return e[t]=i,i},$=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=As(t,n);let r=s(t),i=Ns(r);return Ps(js,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}let t=i?e.styles:e.all,n=i?Ms[r.href]:void 0;if(!n&&t.has(r.href))return;let o=document.createElement(`link`);if(o.rel=i?`stylesheet`:ks,i||(o.as=`script`),o.crossOrigin=``,o.href=r.href,a&&o.setAttribute(`nonce`,a),n&&delete Ms[r.href],n?.isConnected?n.replaceWith(o):document.head.appendChild(o),i)return new Promise((e,t)=>{let n=i=>{o.removeEventListener(`load`,n),o.removeEventListener(`error`,n),i.type===`error`?(Ms[r.href]=o,t(Error(`Unable to preload CSS for ${r}`))):e(i)};o.addEventListener(`load`,n),o.addEventListener(`error`,n)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Fs=M(()=>$(()=>import(`./trigger-DCYJ6k81.js`),__vite__mapDeps([0,1,2,3,4,5,6]))),Is=M(()=>$(()=>import(`./new-trigger-A1feYN3L.js`),__vite__mapDeps([7,1]))),Ls=M(()=>$(()=>import(`./delivery-CgbqBNkI.js`),__vite__mapDeps([8,3,4,5]))),Rs=M(()=>$(()=>import(`./workflows-BIvQEqvH.js`),[])),zs=M(()=>$(()=>import(`./new-workflow-zZaoYaXt.js`),[])),Bs=M(()=>$(()=>import(`./workflow-BQV3hxRA.js`),__vite__mapDeps([9,2,3,4,5,10]))),Vs=M(()=>$(()=>import(`./runs-De9dKfmk.js`).then(e=>e.r),[])),Hs=M(()=>$(()=>import(`./run-C_dYOUW8.js`),__vite__mapDeps([11,4,5]))),Us=M(()=>$(()=>import(`./settings-lbtiWOmU.js`),__vite__mapDeps([12,6]))),Ws=[[`Integrations`,`/`,[`/integrations`,`/triggers`,`/deliveries`]],[`Catalog`,`/catalog`,[`/catalog`]],[`Workflows`,`/workflows`,[`/workflows`]],[`Runs`,`/runs`,[`/runs`]],[`Settings`,`/settings`,[`/settings`]]];function Gs(){let[e,t]=k(ni()!==null);return A(()=>oi(()=>t(ni()!==null)),[]),J(e?Ks:wo,{})}function Ks(){let[e]=Jt(),t=_i(vi,{}).data?.viewer;A(()=>window.scrollTo(0,0),[e]);let n=(t,n)=>e===t||n.some(t=>e.startsWith(t));return J(`div`,{class:`shell`,children:[J(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),J(`div`,{class:`side`,children:[J(P,{href:`/`,class:`brand`,"aria-label":`Hookwright`,children:[J(`img`,{src:Ha,alt:``}),J(`span`,{children:`Hookwright`})]}),J(`nav`,{"aria-label":`Screens`,children:Ws.map(([e,t,r])=>J(P,{href:t,"aria-current":n(t,r)?`page`:void 0,children:e},t))}),J(`div`,{class:`side-foot`,children:[J(`span`,{class:`project`,children:t&&`project`in t?t.project.name:``}),J(Y,{kind:`quiet`,onClick:()=>ai(),children:`Sign out`})]})]}),J(`main`,{id:`main`,class:`main`,tabIndex:-1,children:J(nt,{fallback:J(Ga,{what:`the screen`}),children:J(tn,{children:[J(N,{path:`/`,component:Es}),J(N,{path:`/catalog/:slug?`,children:({slug:e})=>J(yo,{slug:e})}),J(N,{path:`/integrations/:id/new`,children:({id:e})=>J(Is,{integrationId:e},e)}),J(N,{path:`/integrations/:id/:tab?`,children:({id:e,tab:t})=>J(Ts,{id:e,tab:t??`triggers`},e)}),J(N,{path:`/triggers/:id/:tab?`,children:({id:e,tab:t})=>J(Fs,{id:e,tab:t??``},e)}),J(N,{path:`/deliveries/:id`,children:({id:e})=>J(Ls,{id:e},e)}),J(N,{path:`/workflows`,component:Rs}),J(N,{path:`/workflows/new`,component:zs}),J(N,{path:`/workflows/:id/:tab?`,children:({id:e,tab:t})=>J(Bs,{id:e,tab:t??``},e)}),J(N,{path:`/runs`,component:Vs}),J(N,{path:`/runs/:id`,children:({id:e})=>J(Hs,{id:e},e)}),J(N,{path:`/settings`,component:Us}),J(N,{children:J(qa,{title:`There is nothing at this address`,action:J(P,{href:`/`,children:`Go to the integrations`})})})]})})})]})}ti(),be(J(Gs,{}),document.getElementById(`console`));export{fa as $,mi as $t,io as A,Sa as At,J as B,Ji as Bt,so as C,Qi as Ct,X as D,Bi as Dt,co as E,Ri as Et,qa as F,qi as Ft,Li as G,Fa as Gt,Xi as H,va as Ht,Ya as I,Fi as It,Pa as J,ka as Jt,ma as K,oa as Kt,Ka as L,Pi as Lt,$a as M,ja as Mt,Za as N,xa as Nt,oo as O,La as Ot,Wa as P,ya as Pt,la as Q,gi as Qt,Xa as R,Na as Rt,mo as S,ca as St,lo as T,Ui as Tt,Ki as U,_a as Ut,Ci as V,ha as Vt,ba as W,ga as Wt,Ea as X,_i as Xt,Ii as Y,Da as Yt,Ia as Z,K as Zt,Z as _,ua as _t,ds as a,j as an,Ca as at,go as b,za as bt,os as c,A as cn,Si as ct,$o as d,$i as dt,oi as en,Yi as et,Ro as f,Zi as ft,vo as g,ea as gt,Ao as h,sa as ht,as as i,Yt as in,na as it,Y as j,Ma as jt,to as k,Ba as kt,ns as l,Fe as ln,da as lt,Mo as m,Hi as mt,bs as n,P as nn,ra as nt,ss as o,Le as on,Oa as ot,Q as p,Wi as pt,zi as q,Aa as qt,ys as r,Jt as rn,Ta as rt,ls as s,k as sn,ta as st,$ as t,ni as tn,wa as tt,is as u,S as un,pa as ut,po as v,Ra as vt,uo as w,Va as wt,_o as x,Vi as xt,ho as y,Gi as yt,Ja as z,ia as zt};